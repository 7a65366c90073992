using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Saas.Contracts.Forms;
using Saas.Contracts.Site;
using Saas.Modules.Site.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Visiting;

[Public]
[SameForEveryVisitor]
internal sealed class ShowHome(
    SaasDbContext db,
    CommuneSite site,
    ICurrentTenant current,
    IPublicFrame publicFrame,
    IOpenProcedures openProcedures,
    CommuneClock clock) : PageModel
{
    private const int MostNews = 3;
    private const int MostProcedures = 5;

    /// <summary>Slug of the starter page that stands for the news as long as there are none.</summary>
    private const string WelcomePage = "bienvenue";

    public string Welcome => $"Bienvenue {CommuneName.At(current.Tenant.Name)}";

    public string? Tagline { get; private set; }

    public bool ProceduresOffered => openProcedures.Offered;

    public TownHall TownHall { get; private set; } = null!;

    public IReadOnlyList<QuickAccess> QuickAccesses { get; private set; } = [];

    public IReadOnlyList<OpenProcedure> Procedures { get; private set; } = [];

    public IReadOnlyList<NewsCard> News { get; private set; } = [];

    public PageText? FirstWords { get; private set; }

    public string Excerpt => RichText.Excerpt(FirstWords!.Body, 260);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var hall = await site.HallAsync(cancel);
        TownHall = (await publicFrame.ReadAsync(cancel)).TownHall;
        Tagline = hall.Tagline;
        QuickAccesses = [.. (hall.QuickAccesses is { Count: > 0 } chosen ? chosen : FirstQuickAccesses.Among(await site.PagesAsync(cancel)))
            .Where(access => openProcedures.Offered || !access.Address.StartsWith("/demarches", StringComparison.Ordinal))];
        Procedures = await openProcedures.ListAsync(MostProcedures, cancel);
        News = await NewsCard.Published(db.News, clock.Now)
            .Take(MostNews)
            .Select(item => new NewsCard(item.Slug, item.Title, item.Summary, item.PublishedAt!.Value))
            .ToListAsync(cancel);
        if (News.Count == 0)
        {
            FirstWords = await site.FindPageAsync(WelcomePage, cancel);
        }
    }
}
