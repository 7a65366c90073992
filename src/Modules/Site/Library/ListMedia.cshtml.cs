using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Site.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Library;

/// <summary>The library, the latest first; the editor of texts chooses from it too.</summary>
[Requires(SitePermissions.Read)]
internal sealed class ListMedia(SaasDbContext db, MediaLibrary library, CurrentPerson person) : PageModel
{
    private const int RowsPerPage = 24;

    public bool MayEdit => person.Can(SitePermissions.Edit);

    public string Words { get; private set; } = "";

    /// <summary>« images », « documents » or both.</summary>
    public string Kind { get; private set; } = "";

    public IReadOnlyList<Media> Rows { get; private set; } = [];

    public Paging Paging { get; private set; } = null!;

    public MediaRoom Room { get; private set; } = null!;

    /// <summary>Pictures that nobody has described yet.</summary>
    public int Undescribed { get; private set; }

    public string PageAddress => $"{MediaLibrary.Address}{new QueryBuilder { { "q", Words }, { "sorte", Kind } }}&page=";

    public async Task OnGetAsync([FromQuery(Name = "q")] string? words, [FromQuery(Name = "sorte")] string? kind, [FromQuery(Name = "page")] string? page, CancellationToken cancel)
    {
        (Words, Kind) = ((words ?? "").Trim(), kind is "images" or "documents" ? kind : "");
        var found = MediaLibrary.Search(db.Medias.AsNoTracking(), Words)
            .Where(media => Kind == "" || media.Width > 0 == (Kind == "images"));
        Paging = Paging.Of(int.TryParse(page, out var number) ? number : null, RowsPerPage, await found.CountAsync(cancel));
        Rows = await found
            .OrderByDescending(media => media.AddedAt).ThenBy(media => media.Id)
            .Skip(Paging.Skip).Take(Paging.Size)
            .ToListAsync(cancel);
        Room = await library.RoomAsync(cancel);
        Undescribed = await db.Medias.CountAsync(media => media.Width > 0 && media.Alternative == null, cancel);
    }
}
