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
internal sealed class ReadDirectoryEntry(SaasDbContext db, CommuneClock clock) : PageModel
{
    public DirectoryEntry Entry { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        var found = await db.Directory.AsNoTracking().ShownAt(clock.Now).SingleOrDefaultAsync(entry => entry.Slug == slug, cancel);
        Entry = found!;
        return found is null ? NotFound() : Page();
    }
}
