using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Provisioning;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Platform.Communes;

/// <summary>Every commune of France, on the platform or not yet.</summary>
[OnPlatform]
[Requires(PlatformPermissions.Operate)]
internal sealed class ListCommunes(SaasDbContext db) : PageModel
{
    public const string Founded = "ici";

    public const string NotFounded = "a-creer";

    private const int PageSize = 50;

    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Words { get; set; }

    [BindProperty(Name = "etat", SupportsGet = true)]
    public string? Shown { get; set; }

    // From the query alone: Razor Pages has a route value of the same name.
    [FromQuery(Name = "page")]
    public int? Asked { get; set; }

    public PagesOfList Pages { get; private set; } = null!;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var start = Slugs.Of(Words ?? "");
        var communes = Communes(start);
        var paging = Paging.Of(Asked, PageSize, await communes.CountAsync(cancel));
        Pages = new PagesOfList(paging, "/console", [("q", Words), ("etat", Shown)]);

        // Sorting by what is true of every commune would read and sort them all: by the slug alone, the index gives the first page.
        var sorted = start.Length == 0
            ? communes.OrderBy(commune => commune.Slug)
            : communes.OrderByDescending(commune => commune.Slug.StartsWith(start)).ThenByDescending(commune => commune.Slug.Contains(start)).ThenBy(commune => commune.Slug);
        Rows = await (
            from commune in sorted.ThenBy(commune => commune.Code).Skip(paging.Skip).Take(paging.Size)
            join reference in db.Set<ReferenceCommune>() on commune.Code equals reference.Code into references
            from reference in references.DefaultIfEmpty()
            join tenant in db.Set<TenantRow>() on commune.Code equals tenant.InseeCode into tenants
            from tenant in tenants.DefaultIfEmpty()
            join epci in db.Set<ReferenceEpci>() on commune.EpciSiren equals epci.Siren into epcis
            from epci in epcis.DefaultIfEmpty()
            orderby !commune.Slug.StartsWith(start), !commune.Slug.Contains(start), commune.Slug, commune.Code
            select new Row(commune.Name, commune.Code, reference.PostalCodes, epci.Name, tenant.State))
            .AsNoTracking().ToListAsync(cancel);
    }

    public static string AddressOf(Row row) => row.State is null ? $"/console/communes/{row.Code}/creer" : $"/console/communes/{row.Code}";

    /// <summary>By name, INSEE code, postal code or intercommunality. What else a row shows is read for those of one page alone.</summary>
    private IQueryable<Found> Communes(string start)
    {
        IQueryable<ReferenceCommune> references = db.Set<ReferenceCommune>();
        var tenants = db.Set<TenantRow>().Where(tenant => tenant.Kind == TenantKind.Commune);
        if (start.Length > 0)
        {
            references = references.Where(reference => reference.SearchText.Contains(start));

            // A commune that merged is in the reference data no longer, and on the platform still.
            tenants = tenants.Where(tenant => tenant.Slug.Contains(start) || references.Select(reference => reference.Code).Contains(tenant.InseeCode));
        }

        if (Shown == Founded)
        {
            return tenants.Select(tenant => new Found { Name = tenant.Name, Slug = tenant.Slug, Code = tenant.InseeCode!, EpciSiren = tenant.EpciSiren });
        }

        if (Shown == NotFounded)
        {
            references = references.Where(reference => !db.Set<TenantRow>().Any(tenant => tenant.InseeCode == reference.Code));
        }

        return references.Select(reference => new Found { Name = reference.Name, Slug = reference.Slug, Code = reference.Code, EpciSiren = reference.EpciSiren });
    }

    internal sealed record Row(string Name, string Code, string[]? PostalCodes, string? Epci, TenantState? State)
    {
        public string PostalCodesTitle => PostalCodes is null ? "–" : PostalCodes.Length > 3 ? $"{string.Join(", ", PostalCodes.Take(3))}…" : string.Join(", ", PostalCodes);
    }

    private sealed class Found
    {
        public required string Name { get; init; }

        public required string Slug { get; init; }

        public required string Code { get; init; }

        public string? EpciSiren { get; init; }
    }
}
