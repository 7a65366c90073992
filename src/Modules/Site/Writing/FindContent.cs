using Microsoft.EntityFrameworkCore;
using Saas.Contracts.Search;
using Saas.Modules.Site.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Search;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Writing;

/// <summary>Finds pages and news for staff by their titles. A commune has some dozens of them: they are read in whole.</summary>
internal sealed class FindContent(SaasDbContext db, CurrentPerson person) : ISearchableByStaff
{
    public async Task<IReadOnlyList<StaffHit>> FindAsync(string typed, int most, CancellationToken cancel)
    {
        if (!person.Can(SitePermissions.Read))
        {
            return [];
        }

        var own = db.Pages;
        var pages = await db.Pages.AsNoTracking().Select(page => new Row("Pages", page.Title, "/gestion/site/pages/" + page.Id, page.PublishedAt != null)).ToListAsync(cancel);
        var starters = await db.StarterPages.AsNoTracking()
            .Where(starter => !own.Any(page => page.Slug == starter.Slug))
            .Select(starter => new Row("Pages", starter.Title, "/gestion/site/pages/modele/" + starter.Slug, true))
            .ToListAsync(cancel);
        var news = await db.News.AsNoTracking().Select(item => new Row("Actualités", item.Title, "/gestion/site/actualites/" + item.Id, item.PublishedAt != null)).ToListAsync(cancel);
        var others = (await db.Contents.AsNoTracking().Where(content => content is Event || content is Alert).ToListAsync(cancel)).Select(content => new Row(content.Kind.Title, content.Title, content.StaffAddress, content.PublishedAt is not null));
        return [.. pages.Concat(starters).Concat(news).Concat(others)
            .Where(row => SearchWords.AreIn(typed, row.Title))
            .OrderBy(row => row.Title, French.Alphabet)
            .Take(most)
            .Select(row => new StaffHit(row.Group, row.Title, person.Can(SitePermissions.Edit) ? row.Address : "/gestion/site", row.Published ? "sur le site" : "brouillon"))];
    }

    private sealed record Row(string Group, string Title, string Address, bool Published);
}
