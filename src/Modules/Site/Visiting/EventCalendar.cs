using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Microsoft.AspNetCore.Mvc;
using Saas.Modules.Site.Model;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Visiting;

/// <summary>What takes place, for the agendas of telephones and computers (iCalendar, RFC 5545), in the commune's time zone.</summary>
internal sealed class EventCalendar(CommuneSite site, ICurrentTenant current)
{
    public ContentResult Answer(string name, IEnumerable<Content> contents) => Answer(name, contents.Select(Of));

    public ContentResult Answer(string name, IEnumerable<CalendarEvent> events)
    {
        var calendar = new Calendar { ProductId = "-//Parvis//Agenda//FR" };
        calendar.AddProperty("X-WR-CALNAME", name);
        calendar.AddTimeZone(current.Tenant.TimeZone);
        calendar.Events.AddRange(events);
        return new ContentResult { Content = new CalendarSerializer().SerializeToString(calendar), ContentType = "text/calendar; charset=utf-8" };
    }

    /// <summary>One day of something that has many.</summary>
    public CalendarEvent OnDay(Content content, string place, DateOnly day)
    {
        var happening = Of(content, place, new EventTiming(day, StartsAt: null, day, EndsAt: null, Repetition.Never, RepeatsUntil: null));
        happening.Uid = $"{content.Id}-{EventTiming.Written(day, null)}@{site.Host}";
        return happening;
    }

    private CalendarEvent Of(Content content) => content switch
    {
        Event happening => Of(content, happening.Place, happening.Timing),
        CouncilSession session => Of(content, session.Place, new EventTiming(session.StartsOn, session.StartsAt, session.StartsOn, EndsAt: null, Repetition.Never, RepeatsUntil: null)),
        _ => throw new InvalidOperationException($"{content.Kind.Name} takes place at no time."),
    };

    private CalendarEvent Of(Content content, string place, EventTiming timing) => new()
    {
        // The same event, whenever it is fetched: what changed replaces what was there.
        Uid = $"{content.Id}@{site.Host}",
        Sequence = content.Version,
        DtStamp = new CalDateTime(content.UpdatedAt.UtcDateTime),
        Summary = content.Title,
        Description = content.Summary.Length > 0 ? content.Summary : RichText.Excerpt(content.Body, 400),
        Location = place,
        Url = new Uri($"https://{site.Host}{content.Address}"),
        DtStart = At(timing.StartsOn, timing.StartsAt),
        DtEnd = timing.StartsAt is null ? new CalDateTime(timing.EndsOn.AddDays(1)) : timing.EndsAt is { } end ? At(timing.EndsOn, end) : null,
        RecurrenceRule = timing.Rule,
    };

    private CalDateTime At(DateOnly day, TimeOnly? time) => time is { } at ? new CalDateTime(day.ToDateTime(at), current.Tenant.TimeZone) : new CalDateTime(day);
}
