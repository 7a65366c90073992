using Saas.Contracts.Site;
using Saas.Modules.Site.Model;
using Saas.Shell.Modules;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Visiting;

/// <summary>Menu and town hall of every public page: three queries, and the page stays cached until the town hall opens or closes, and the day ends.</summary>
internal sealed class CommuneFrame(CommuneSite site, ModuleCatalog modules, ICurrentTenant current, CommuneClock clock, VisitorCache cache) : IPublicFrame
{
    /// <summary>Seven entries at most, three of which are always there.</summary>
    public const int PagesInMenu = 4;

    /// <summary>More would hide the site.</summary>
    private const int MostAlerts = 3;

    private PublicFrame? _frame;

    public async Task<PublicFrame> ReadAsync(CancellationToken cancel) => _frame ??= await ComposeAsync(cancel);

    private async Task<PublicFrame> ComposeAsync(CancellationToken cancel)
    {
        var hall = await site.HallAsync(cancel);
        var pages = await site.PagesAsync(cancel);
        var holidays = new PublicHolidays(current.Tenant.Departement);
        var opening = Opening.At(clock.Local, hall, holidays);
        cache.TrueUntil(clock.ToInstant(clock.Today.AddDays(1).ToDateTime(TimeOnly.MinValue)));
        if (opening is not null)
        {
            cache.TrueUntil(clock.ToInstant(opening.TrueUntil));
        }


        return new PublicFrame(
            [
                .. modules.PublicMenuOf(current.Tenant).Select(entry => new FrameLink(entry.Title, entry.Address)),
                .. pages.Where(page => page.MenuOrder is not null).Take(PagesInMenu).Select(page => new FrameLink(page.Title, page.Address)),
                new FrameLink("Contact", "/contact"),
            ],
            new TownHall(
                current.Words.HouseNamed(current.Tenant.Name),
                hall.Street,
                hall.PostalCode,
                hall.City,
                hall.Telephone,
                hall.Email,
                opening?.Sentence ?? "",
                opening?.OpenNow ?? false,
                hall.KnowsHours ? Week(hall, holidays) : []),
            [.. (await site.FrontAsync(cancel)).OfType<Alert>()
                .OrderByDescending(alert => alert.Level).ThenByDescending(alert => alert.PublishedAt)
                .Take(MostAlerts)
                .Select(alert => new FrameNotice(alert.Level.ToString().ToLowerInvariant(), alert.Title, alert.Link.Length > 0 ? alert.Link : null))])
        {
            Rubrics = [.. (await site.RubricsAsync(cancel)).Select(rubric => new FrameLink(rubric.Title(current.Words), rubric.Address))],
        };
    }

    private List<OpeningDay> Week(SiteSettings hall, PublicHolidays holidays) =>
        [.. Enumerable.Range(1, 7).Select(number => Line((DayOfWeek)(number % 7), hall, holidays))];

    /// <summary>The usual hours, but today's line never says open on a day that is closed.</summary>
    private OpeningDay Line(DayOfWeek day, SiteSettings hall, PublicHolidays holidays)
    {
        IReadOnlyList<OpeningRange> usual = [.. hall.Week.Where(hours => hours.Day == day).SelectMany(hours => hours.Ranges).OrderBy(range => range.From)];
        var today = clock.Today.DayOfWeek == day;
        var closedToday = today && usual.Count > 0 && Opening.RangesOf(clock.Today, hall, holidays).Count == 0;
        return new OpeningDay(French.Culture.DateTimeFormat.GetDayName(day), closedToday ? "fermé exceptionnellement" : Opening.InWords(usual), today);
    }
}
