using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Provisioning;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Visiting;

/// <summary>The days of collection in one part of the commune, for another agenda to follow. Day by day: a moved one is simply elsewhere.</summary>
[Public]
[SameForEveryVisitor]
internal sealed class FollowRounds(SaasDbContext db, EventCalendar calendars, ICurrentTenant current, CommuneClock clock) : PageModel
{
    private const string Everywhere = "tout";

    /// <summary>A year of weeks: the feed is fetched again long before its end.</summary>
    private const int MostDays = 53;

    /// <param name="place">Null: everywhere.</param>
    public static string AddressOf(string? place) => "/collecte/flux/" + (place is null ? Everywhere : Slugs.Of(place)) + ".ics";

    public async Task<IActionResult> OnGetAsync(string place, CancellationToken cancel)
    {
        var all = await ListRounds.ShownAsync(db, clock, cancel);
        var chosen = all.Where(round => place == Everywhere || round.Place.Length == 0 || Slugs.Of(round.Place) == place).ToList();
        if (place != Everywhere && all.All(round => Slugs.Of(round.Place) != place))
        {
            return NotFound();
        }

        var today = clock.Today;
        return calendars.Answer($"Collecte {CommuneName.Of(current.Tenant.Name)}", chosen.SelectMany(round => round.From(today, MostDays).Select(day => calendars.OnDay(round, round.Place, day))));
    }
}
