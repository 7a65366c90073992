using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Saas.Modules.Site.Model;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Visiting;

[Public]
[SameForEveryVisitor]
internal sealed class ShowPage(CommuneSite site) : PageModel
{
    public PageText Text { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        if (PageAddress.IsFixed(slug))
        {
            return RedirectPermanent(PageAddress.Of(slug));
        }

        var found = await site.FindPageAsync(slug, cancel);
        Text = found!;
        return found is null ? NotFound() : Page();
    }
}
