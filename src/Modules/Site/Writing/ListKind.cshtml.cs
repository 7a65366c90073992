using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Site.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Writing;

/// <summary>All of one kind: what takes place, the latest first; alerts, the last written first; the rest by name.</summary>
[Requires(SitePermissions.Read)]
internal sealed class ListKind(SaasDbContext db, CurrentPerson person) : PageModel
{
    private const int RowsPerPage = 25;

    public bool MayEdit => person.Can(SitePermissions.Edit);

    public ContentKind Kind { get; private set; } = null!;

    public ListWords Said => ListWords.Of(Kind);

    /// <summary>Null for kinds that are no part of one.</summary>
    public Rubric? Rubric => Rubric.Of(Kind);

    public IReadOnlyList<Content> Rows { get; private set; } = [];

    public Paging Paging { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string kind, [FromQuery(Name = "page")] string? page, CancellationToken cancel)
    {
        if (ContentKind.Listed.FirstOrDefault(known => known.Segment == kind) is not { } found)
        {
            return NotFound();
        }

        Kind = found;
        var all = db.Contents.OfKind(found);
        Paging = Paging.Of(int.TryParse(page, out var number) ? number : null, RowsPerPage, await all.CountAsync(cancel));
        Rows = await Sorted(all).AsNoTracking().Skip(Paging.Skip).Take(Paging.Size).ToListAsync(cancel);
        return Page();
    }

    private IQueryable<Content> Sorted(IQueryable<Content> all) =>
        Kind == ContentKind.Alert ? all.OrderByDescending(alert => alert.UpdatedAt).ThenBy(alert => alert.Id)
        : Kind == ContentKind.Session ? all.OfType<CouncilSession>().OrderByDescending(session => session.StartsOn).ThenBy(session => session.Id)
        : all.OrderByDescending(content => content.LastOn).ThenBy(content => content.Title).ThenBy(content => content.Id);
}
