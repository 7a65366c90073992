using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Site.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Publishing;

/// <summary>The saved content as visitors would read it, published or not.</summary>
[Requires(SitePermissions.Read)]
internal sealed class PreviewContent(SaasDbContext db, CommuneClock clock) : PageModel
{
    public Content Stored { get; private set; } = null!;

    public bool IsShown => Stored.IsShownAt(clock.Now);

    public async Task<IActionResult> OnGetAsync(string kind, Guid id, CancellationToken cancel)
    {
        var found = await db.Contents.AsNoTracking().Include(content => content.Picture).SingleOrDefaultAsync(content => content.Id == id, cancel);
        Stored = found!;
        return found?.Kind.Segment == kind ? Page() : NotFound();
    }
}
