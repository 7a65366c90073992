using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Site.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Visiting;

/// <summary>What the canteen serves this week and the next ones.</summary>
[Public]
[SameForEveryVisitor]
internal sealed class ShowMenus(SaasDbContext db, CommuneClock clock) : PageModel
{
    private const int MostWeeks = 8;

    public IReadOnlyList<CanteenWeek> Weeks { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var today = clock.Today;
        Weeks = await db.Menus.AsNoTracking().ShownAt(clock.Now).Where(week => week.LastOn >= today).OrderBy(week => week.StartsOn).ThenBy(week => week.Id).Take(MostWeeks).ToListAsync(cancel);
    }
}
