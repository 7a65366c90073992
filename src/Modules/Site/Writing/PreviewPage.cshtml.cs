using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Site.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;

namespace Saas.Modules.Site.Writing;

/// <summary>The saved page as visitors would read it, published or not.</summary>
[Requires(SitePermissions.Read)]
internal sealed class PreviewPage(SaasDbContext db, CommuneSite site) : PageModel
{
    public PageText Text { get; private set; } = null!;

    public bool Published { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        var stored = await db.Pages.Where(page => page.Id == id)
            .Select(page => new { page.Slug, page.Title, page.Body, page.Published })
            .SingleOrDefaultAsync(cancel);
        if (stored is null)
        {
            return NotFound();
        }

        Text = site.Filled(new PageText(stored.Slug, stored.Title, stored.Body), await site.HallAsync(cancel));
        Published = stored.Published;
        return Page();
    }
}
