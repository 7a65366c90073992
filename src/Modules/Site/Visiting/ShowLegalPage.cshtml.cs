using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Saas.Modules.Site.Model;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Visiting;

/// <summary>The pages the law asks for (LCEN, RGAA, RGPD), linked from every footer.</summary>
[Public]
[SameForEveryVisitor]
internal sealed class ShowLegalPage(CommuneSite site) : PageModel
{
    public PageText Text { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        var found = await site.FindPageAsync(slug, cancel);
        Text = found!;
        return found is null ? NotFound() : Page();
    }
}
