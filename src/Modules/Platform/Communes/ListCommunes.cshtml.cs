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
        var communes = Shown switch
        {
            // A commune that merged is in the reference data no longer, and on the platform still.
            Founded =>
                from tenant in db.Set<TenantRow>()
                where tenant.Kind == TenantKind.Commune
                join reference in db.Set<ReferenceCommune>() on tenant.InseeCode equals reference.Code into known
                from reference in known.DefaultIfEmpty()
                select new Found
                {
                    Name = tenant.Name,
                    Slug = tenant.Slug,
                    Code = tenant.InseeCode!,
                    EpciSiren = tenant.EpciSiren,
                    PostalCodes = reference.PostalCodes,
                    State = tenant.State,
                },
            NotFounded =>
                from reference in db.Set<ReferenceCommune>()
                where !db.Set<TenantRow>().Any(tenant => tenant.InseeCode == reference.Code)
                select new Found
                {
                    Name = reference.Name,
                    Slug = reference.Slug,
                    Code = reference.Code,
                    EpciSiren = reference.EpciSiren,
                    PostalCodes = reference.PostalCodes,
                    State = null,
                },
            _ =>
                from reference in db.Set<ReferenceCommune>()
                join tenant in db.Set<TenantRow>() on reference.Code equals tenant.InseeCode into founded
                from tenant in founded.DefaultIfEmpty()
                select new Found
                {
                    Name = reference.Name,
                    Slug = reference.Slug,
                    Code = reference.Code,
                    EpciSiren = reference.EpciSiren,
                    PostalCodes = reference.PostalCodes,
                    State = tenant.State,
                },
        };
        var (found, start) = await NarrowAsync(communes, cancel);
        var paging = Paging.Of(Asked, PageSize, await found.CountAsync(cancel));
        Pages = new PagesOfList(paging, "/console", [("q", Words), ("etat", Shown)]);

        // Sorting by what is true of every commune would read and sort them all: by the slug alone, the index gives the first page.
        var sorted = start.Length == 0
            ? found.OrderBy(commune => commune.Slug)
            : found.OrderByDescending(commune => commune.Slug.StartsWith(start)).ThenByDescending(commune => commune.Slug.Contains(start)).ThenBy(commune => commune.Slug);
        Rows = await (
            from commune in sorted.ThenBy(commune => commune.Code).Skip(paging.Skip).Take(paging.Size)
            join epci in db.Set<ReferenceEpci>() on commune.EpciSiren equals epci.Siren into epcis
            from epci in epcis.DefaultIfEmpty()
            orderby !commune.Slug.StartsWith(start), !commune.Slug.Contains(start), commune.Slug, commune.Code
            select new Row(commune.Name, commune.Code, commune.PostalCodes, epci.Name, commune.State))
            .AsNoTracking().ToListAsync(cancel);
    }

    public static string AddressOf(Row row) => row.State is null ? $"/console/communes/{row.Code}/creer" : $"/console/communes/{row.Code}";

    /// <summary>By name, INSEE code, postal code or intercommunality; those whose name begins so come first.</summary>
    private async Task<(IQueryable<Found> Communes, string Start)> NarrowAsync(IQueryable<Found> communes, CancellationToken cancel)
    {
        var words = (Words ?? "").Trim();
        var start = Slugs.Of(words);
        if (start.Length == 0)
        {
            return (communes, start);
        }

        var code = words.ToUpperInvariant();
        var epcis = (await db.Set<ReferenceEpci>().AsNoTracking().Select(epci => new { epci.Siren, epci.Name }).ToListAsync(cancel))
            .Where(epci => epci.Siren == words || Slugs.Of(epci.Name).Contains(start, StringComparison.Ordinal))
            .Select(epci => epci.Siren)
            .ToList();
        return (communes.Where(commune =>
            commune.Slug.Contains(start)
            || commune.Code == code
            || commune.PostalCodes!.Contains(code)
            || epcis.Contains(commune.EpciSiren!)), start);
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

        public string[]? PostalCodes { get; init; }

        public TenantState? State { get; init; }
    }
}
