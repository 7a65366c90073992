using Microsoft.AspNetCore.Mvc.RazorPages;
using Saas.Contracts.Forms;
using Saas.Contracts.Site;
using Saas.Modules.Site.Model;
using Saas.Shell.Identity;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Visiting;

[Public]
[SameForEveryVisitor]
internal sealed class ShowContact(CommuneSite site, IPublicFrame publicFrame, IOpenProcedures openProcedures, ICurrentTenant current, CommuneClock clock) : PageModel
{
    /// <summary>How far ahead closed days are announced.</summary>
    private const int DaysAnnounced = 45;

    public TownHall TownHall { get; private set; } = null!;

    public IReadOnlyList<string> ClosedDays { get; private set; } = [];

    public bool ProceduresOffered => openProcedures.Offered;

    public string OfCommune => CommuneName.Of(current.Tenant.Name);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        TownHall = (await publicFrame.ReadAsync(cancel)).TownHall;
        ClosedDays = Announced(await site.HallAsync(cancel));
    }

    private List<string> Announced(SiteSettings hall)
    {
        if (!hall.KnowsHours)
        {
            return [];
        }

        var last = clock.Today.AddDays(DaysAnnounced);
        var holidays = new PublicHolidays(current.Tenant.Departement);
        var closures = hall.Closures
            .Where(closure => closure.To >= clock.Today && closure.From <= last)
            .Select(closure => (Day: closure.From, Text: InWords(closure)));
        var publicHolidays = Enumerable.Range(0, DaysAnnounced)
            .Select(clock.Today.AddDays)
            .Where(day => holidays.NameOf(day) is not null && hall.Week.Any(hours => hours.Day == day.DayOfWeek && hours.Ranges.Count > 0))
            .Select(day => (Day: day, Text: $"{French.Day(day)} : {holidays.NameOf(day)}"));
        return [.. closures.Concat(publicHolidays).OrderBy(closed => closed.Day).Select(closed => closed.Text)];
    }

    private static string InWords(Closure closure)
    {
        var days = closure.From == closure.To ? French.Day(closure.From) : $"du {French.Day(closure.From)} au {French.Day(closure.To)}";
        return closure.Reason.Length == 0 ? days : $"{days} : {closure.Reason}";
    }
}
