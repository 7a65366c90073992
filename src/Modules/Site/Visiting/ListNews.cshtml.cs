using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Site.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Visiting;

[Public]
[SameForEveryVisitor("page")]
internal sealed class ListNews(SaasDbContext db, CommuneClock clock) : PageModel
{
    private const int NewsPerPage = 10;

    public IReadOnlyList<NewsCard> News { get; private set; } = [];

    public Paging Paging { get; private set; } = null!;

    // From the query only: « page » is also the name Razor Pages gives to the page's own route.
    public async Task OnGetAsync([FromQuery(Name = "page")] string? page, CancellationToken cancel)
    {
        var published = NewsCard.Published(db.News, clock.Now);
        Paging = Paging.Of(int.TryParse(page, out var number) ? number : null, NewsPerPage, await published.CountAsync(cancel));
        News = await NewsCard.Of(published.Skip(Paging.Skip).Take(Paging.Size)).ToListAsync(cancel);
    }
}
