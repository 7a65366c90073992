using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Site.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Visiting;

[Public]
[SameForEveryVisitor]
internal sealed class ReadEvent(SaasDbContext db, CommuneClock clock) : PageModel
{
    public Event Event { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        var found = await db.Events.AsNoTracking().Include(happening => happening.Picture).ShownAt(clock.Now).SingleOrDefaultAsync(happening => happening.Slug == slug, cancel);
        Event = found!;
        return found is null ? NotFound() : Page();
    }
}
