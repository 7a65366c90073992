using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Site.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Visiting;

/// <summary>What goes on and what is to come; what is over has left.</summary>
[Public]
[SameForEveryVisitor]
internal sealed class ListRoadWorks(SaasDbContext db, CommuneClock clock) : PageModel
{
    private const int Most = 100;

    public IReadOnlyList<RoadWorks> Current { get; private set; } = [];

    public IReadOnlyList<RoadWorks> Coming { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var today = clock.Today;
        var works = await db.Works.AsNoTracking().ShownAt(clock.Now).Where(site => site.LastOn >= today).OrderBy(site => site.StartsOn).ThenBy(site => site.Id).Take(Most).ToListAsync(cancel);
        Current = [.. works.Where(site => site.StartsOn <= today)];
        Coming = [.. works.Where(site => site.StartsOn > today)];
    }
}
