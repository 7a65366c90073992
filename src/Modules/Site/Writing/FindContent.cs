using Microsoft.EntityFrameworkCore;
using Saas.Contracts.Search;
using Saas.Modules.Site.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Search;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Writing;

/// <summary>Finds what staff wrote by its title. A commune has some hundreds of titles: they are read in whole.</summary>
internal sealed class FindContent(SaasDbContext db, CurrentPerson person) : ISearchableByStaff
{
    public async Task<IReadOnlyList<StaffHit>> FindAsync(string typed, int most, CancellationToken cancel)
    {
        if (!person.Can(SitePermissions.Read))
        {
            return [];
        }

        var own = db.Pages;
        var written = await db.Contents
            .Select(content => new { Kind = EF.Property<string>(content, ContentConfiguration.KindName), content.Id, content.Title, IsPublished = content.PublishedAt != null })
            .ToListAsync(cancel);
        var starters = await db.StarterPages.AsNoTracking()
            .Where(starter => !own.Any(page => page.Slug == starter.Slug))
            .Select(starter => new Row(ContentKind.Page.Title, starter.Title, "/gestion/site/pages/modele/" + starter.Slug, true))
            .ToListAsync(cancel);
        return [.. written
            .Select(row => (Kind: ContentKind.Named(row.Kind), row.Id, row.Title, row.IsPublished))
            .Select(row => new Row(row.Kind.Title, row.Title, $"/gestion/site/{row.Kind.Segment}/{row.Id}", row.IsPublished))
            .Concat(starters)
            .Where(row => SearchWords.AreIn(typed, row.Title))
            .OrderBy(row => row.Title, French.Alphabet)
            .Take(most)
            .Select(row => new StaffHit(row.Group, row.Title, person.Can(SitePermissions.Edit) ? row.Address : "/gestion/site", row.Published ? "sur le site" : "brouillon"))];
    }

    private sealed record Row(string Group, string Title, string Address, bool Published);
}
