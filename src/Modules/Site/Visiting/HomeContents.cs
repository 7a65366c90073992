using Microsoft.EntityFrameworkCore;
using Saas.Contracts.Forms;
using Saas.Contracts.Site;
using Saas.Modules.Site.Model;
using Saas.Shell.Data;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Visiting;

/// <summary>Reads the home page, for visitors and for the preview of another look.</summary>
internal sealed class HomeContents(
    SaasDbContext db,
    CommuneSite site,
    ICurrentTenant current,
    IPublicFrame publicFrame,
    IOpenProcedures openProcedures,
    CommuneClock clock)
{
    private const int MostNews = 3;
    private const int MostProcedures = 5;
    private const int MostEvents = 4;

    /// <summary>Slug of the starter page that stands for the news as long as there are none.</summary>
    private const string WelcomePage = "bienvenue";

    public async Task<HomeContent> ReadAsync(CancellationToken cancel)
    {
        var hall = await site.HallAsync(cancel);
        var news = await NewsCard.Of(NewsCard.Published(db.News, clock.Now).Take(MostNews)).ToListAsync(cancel);
        return new HomeContent(
            current.Words.Welcome(current.Tenant.Name),
            hall.Tagline,
            (await publicFrame.ReadAsync(cancel)).TownHall,
            [.. (hall.QuickAccesses is { Count: > 0 } chosen ? chosen : FirstQuickAccesses.Among(await site.PagesAsync(cancel), current.Tenant.Kind))
                .Where(access => openProcedures.Offered || !access.Address.StartsWith("/demarches", StringComparison.Ordinal))],
            openProcedures.Offered,
            await openProcedures.ListAsync(MostProcedures, cancel),
            news,
            EventCard.Coming((await site.FrontAsync(cancel)).OfType<Event>(), clock.Today, ofEach: 1, MostEvents),
            await site.RubricsAsync(cancel),
            news.Count == 0 ? await site.FindPageAsync(WelcomePage, cancel) : null);
    }
}
