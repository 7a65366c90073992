using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Site.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;

namespace Saas.Modules.Site.Writing;

/// <summary>The saved news as visitors would read it, published or not.</summary>
[Requires(SitePermissions.Read)]
internal sealed class PreviewNews(SaasDbContext db) : PageModel
{
    public Row News { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        var stored = await db.News.Where(item => item.Id == id)
            .Select(item => new Row(item.Title, item.Summary, item.Body, item.PublishedAt != null))
            .SingleOrDefaultAsync(cancel);
        News = stored!;
        return stored is null ? NotFound() : Page();
    }

    internal sealed record Row(string Title, string Summary, string Body, bool Published);
}
