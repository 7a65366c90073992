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
internal sealed class ReadNews(SaasDbContext db, CommuneClock clock) : PageModel
{
    public Row News { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        var found = await db.News.ShownAt(clock.Now)
            .Where(item => item.Slug == slug)
            .Select(item => new Row(item.Title, item.Summary, item.Body, item.PublishedAt!.Value, item.Picture))
            .SingleOrDefaultAsync(cancel);
        News = found!;
        return found is null ? NotFound() : Page();
    }

    internal sealed record Row(string Title, string Summary, string Body, DateTimeOffset PublishedAt, Media? Picture);
}
