using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Site.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Writing;

[Requires(SitePermissions.Read)]
internal sealed class ListContents(SaasDbContext db, CommuneSite site, CurrentPerson person) : PageModel
{
    private const int NewsPerPage = 15;

    public bool MayEdit => person.Can(SitePermissions.Edit);

    public IReadOnlyList<PageRow> Pages { get; private set; } = [];

    public IReadOnlyList<NewsRow> News { get; private set; } = [];

    public Paging Paging { get; private set; } = null!;

    public async Task OnGetAsync([FromQuery(Name = "page")] string? page, CancellationToken cancel)
    {
        var hall = await site.HallAsync(cancel);
        var starters = await db.StarterPages.Select(starter => new { starter.Slug, starter.Title, starter.MenuOrder }).ToListAsync(cancel);
        var own = await db.Pages
            .Select(stored => new PageRow(stored.Id, stored.Slug, stored.Title, stored.MenuOrder, new PublicationDates(stored.PublishedAt, stored.ExpiresAt), stored.UpdatedAt, stored.UpdatedBy))
            .ToListAsync(cancel);
        Pages = [.. own
            .Select(row => row with { HidesStarter = row.Dates!.From == null && starters.Any(starter => starter.Slug == row.Slug) })
            .Concat(starters
                .Where(starter => own.All(row => row.Slug != starter.Slug))
                .Select(starter => new PageRow(Id: null, starter.Slug, site.InText(starter.Title, hall), starter.MenuOrder, Dates: null, UpdatedAt: null, UpdatedBy: null)))
            .OrderBy(row => row.MenuOrder ?? int.MaxValue)
            .ThenBy(row => row.Title, StringComparer.Create(French.Culture, ignoreCase: true))];

        Paging = Paging.Of(int.TryParse(page, out var number) ? number : null, NewsPerPage, await db.News.CountAsync(cancel));
        News = await db.News
            .OrderBy(item => item.PublishedAt != null).ThenByDescending(item => item.PublishedAt).ThenByDescending(item => item.UpdatedAt).ThenBy(item => item.Id)
            .Skip(Paging.Skip).Take(Paging.Size)
            .Select(item => new NewsRow(item.Id, item.Title, new PublicationDates(item.PublishedAt, item.ExpiresAt), item.UpdatedAt, item.UpdatedBy))
            .ToListAsync(cancel);
    }

    /// <summary>A page of the commune, or a starter page it has not changed (without id).</summary>
    internal sealed record PageRow(Guid? Id, string Slug, string Title, int? MenuOrder, PublicationDates? Dates, DateTimeOffset? UpdatedAt, string? UpdatedBy)
    {
        public bool HidesStarter { get; init; }

        public string PreviewAddress => Id is { } id ? $"/gestion/site/pages/{id}/apercu" : PageAddress.Of(Slug);

        public string EditAddress => Id is { } id ? $"/gestion/site/pages/{id}" : $"/gestion/site/pages/modele/{Slug}";
    }

    internal sealed record NewsRow(Guid Id, string Title, PublicationDates Dates, DateTimeOffset UpdatedAt, string? UpdatedBy);
}
