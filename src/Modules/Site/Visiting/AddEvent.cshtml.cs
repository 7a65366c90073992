using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Site.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Visiting;

/// <summary>« Ajouter à mon agenda ».</summary>
[Public]
[SameForEveryVisitor]
internal sealed class AddEvent(SaasDbContext db, EventCalendar calendars, CommuneClock clock) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel) =>
        await db.Events.AsNoTracking().ShownAt(clock.Now).SingleOrDefaultAsync(happening => happening.Slug == slug, cancel) is { } found
            ? calendars.Answer(found.Title, [found])
            : NotFound();
}
