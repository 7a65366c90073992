using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Microsoft.AspNetCore.Mvc;
using Saas.Modules.Site.Model;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Visiting;

/// <summary>Events for the agendas of telephones and computers (iCalendar, RFC 5545), in the commune's time zone.</summary>
internal sealed class EventCalendar(CommuneSite site, ICurrentTenant current)
{
    public ContentResult Answer(string name, IEnumerable<Event> events)
    {
        var calendar = new Calendar { ProductId = "-//Parvis//Agenda//FR" };
        calendar.AddProperty("X-WR-CALNAME", name);
        calendar.AddTimeZone(current.Tenant.TimeZone);
        calendar.Events.AddRange(events.Select(Of));
        return new ContentResult { Content = new CalendarSerializer().SerializeToString(calendar), ContentType = "text/calendar; charset=utf-8" };
    }

    private CalendarEvent Of(Event happening)
    {
        var timing = happening.Timing;
        return new CalendarEvent
        {
            // The same event, whenever it is fetched: what changed replaces what was there.
            Uid = $"{happening.Id}@{site.Host}",
            Sequence = happening.Version,
            DtStamp = new CalDateTime(happening.UpdatedAt.UtcDateTime),
            Summary = happening.Title,
            Description = happening.Summary.Length > 0 ? happening.Summary : RichText.Excerpt(happening.Body, 400),
            Location = happening.Place,
            Url = new Uri($"https://{site.Host}{happening.Address}"),
            DtStart = At(timing.StartsOn, timing.StartsAt),
            DtEnd = timing.StartsAt is null ? new CalDateTime(timing.EndsOn.AddDays(1)) : timing.EndsAt is { } end ? At(timing.EndsOn, end) : null,
            RecurrenceRule = timing.Rule,
        };
    }

    private CalDateTime At(DateOnly day, TimeOnly? time) => time is { } at ? new CalDateTime(day.ToDateTime(at), current.Tenant.TimeZone) : new CalDateTime(day);
}
