using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Saas.Modules.Platform.Sites;
using Saas.Shell.Data;
using Saas.Shell.Files;
using Saas.Shell.Identity;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Platform.Watching;

/// <summary>How much each commune keeps.</summary>
[OnPlatform]
[Requires(PlatformPermissions.Operate)]
internal sealed class ListFileUsage(SaasDbContext db, IOptions<FilesOptions> files) : PageModel
{
    public const string ByName = "nom";

    public const string ByFiles = "fichiers";

    private const int PageSize = 50;

    [BindProperty(Name = "tri", SupportsGet = true)]
    public string? Order { get; set; }

    [FromQuery(Name = "page")]
    public int? Asked { get; set; }

    public PagesOfList Pages { get; private set; } = null!;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public long AllBytes { get; private set; }

    public long Room => files.Value.MostBytesPerCommune;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var used =
            from usage in db.Set<FileUsage>()
            join site in db.Set<TenantRow>() on usage.TenantId equals site.Id
            where usage.Files > 0
            select new { site.Id, site.Name, site.Slug, site.InseeCode, usage.Files, usage.Bytes };
        AllBytes = await used.SumAsync(row => row.Bytes, cancel);
        var paging = Paging.Of(Asked, PageSize, await used.CountAsync(cancel));
        Pages = new PagesOfList(paging, "/console/fichiers", [("tri", Order)]);
        var ordered = Order switch
        {
            ByName => used.OrderBy(row => row.Slug),
            ByFiles => used.OrderByDescending(row => row.Files).ThenBy(row => row.Slug),
            _ => used.OrderByDescending(row => row.Bytes).ThenBy(row => row.Slug),
        };
        Rows = await ordered.Skip(paging.Skip).Take(paging.Size)
            .Select(row => new Row(row.Id, row.Name, row.InseeCode, row.Files, row.Bytes)).AsNoTracking().ToListAsync(cancel);
    }

    internal sealed record Row(Guid Id, string Name, string? InseeCode, long Files, long Bytes)
    {
        public string Site => EditedSite.AddressOf(Id, InseeCode);
    }
}
