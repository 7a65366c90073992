using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Provisioning;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Platform.Groups;

/// <summary>The groups of the platform, then the intercommunalities of France that are not there yet.</summary>
[OnPlatform]
[Requires(PlatformPermissions.Operate)]
internal sealed class ListGroups(SaasDbContext db) : PageModel
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
        var here = Here();
        var known = Shown == NotFounded ? 0 : await here.CountAsync(cancel);
        var missing = Shown == Founded ? [] : await MissingAsync(cancel);
        var paging = Paging.Of(Asked, PageSize, known + missing.Count);
        Pages = new PagesOfList(paging, "/console/groupes", [("q", Words), ("etat", Shown)]);
        var rows = Shown == NotFounded ? [] : await (
            from site in here
            orderby site.Slug
            select new Row(site.Id, site.Name, site.Siren, db.Set<GroupMember>().Count(member => member.TenantId == site.Id), site.State))
            .AsNoTracking().Skip(paging.Skip).Take(paging.Size).ToListAsync(cancel);
        Rows = [.. rows, .. await CountAsync([.. missing.Skip(Math.Max(0, paging.Skip - known)).Take(paging.Size - rows.Count)], cancel)];
    }

    /// <summary>By name, SIREN or address.</summary>
    private IQueryable<TenantRow> Here()
    {
        var words = (Words ?? "").Trim();
        var start = Slugs.Of(words);
        var groups = db.Set<TenantRow>().Where(site => site.Kind == TenantKind.Group);
        return start.Length == 0 ? groups : groups.Where(site => site.Slug.Contains(start) || site.Siren == words || EF.Functions.ILike(site.Name, $"%{Escaped(words)}%", "\\"));
    }

    /// <summary>There are some 1,255 intercommunalities in France, whose names PostgreSQL does not know without their accents.</summary>
    private async Task<List<ReferenceEpci>> MissingAsync(CancellationToken cancel)
    {
        var words = (Words ?? "").Trim();
        var start = Slugs.Of(words);
        var epcis = await db.Set<ReferenceEpci>().AsNoTracking()
            .Where(epci => !db.Set<TenantRow>().Any(site => site.Siren == epci.Siren))
            .ToListAsync(cancel);
        return [.. epcis
            .Where(epci => start.Length == 0 || epci.Siren == words || Slugs.Of(epci.FullName).Contains(start, StringComparison.Ordinal) || Slugs.Of(epci.Name).Contains(start, StringComparison.Ordinal))
            .OrderBy(epci => epci.ShortSlug, StringComparer.Ordinal)];
    }

    private async Task<IEnumerable<Row>> CountAsync(IReadOnlyList<ReferenceEpci> epcis, CancellationToken cancel)
    {
        var sirens = epcis.Select(epci => epci.Siren).ToList();
        var members = await db.Set<ReferenceCommune>().Where(commune => sirens.Contains(commune.EpciSiren!))
            .GroupBy(commune => commune.EpciSiren!).ToDictionaryAsync(those => those.Key, those => those.Count(), cancel);
        return epcis.Select(epci => new Row(null, epci.FullName, epci.Siren, members.GetValueOrDefault(epci.Siren), null));
    }

    private static string Escaped(string words) => words.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);

    internal sealed record Row(Guid? Id, string Name, string? Siren, int Members, TenantState? State)
    {
        public string Address => Id is { } id ? $"/console/groupes/{id}" : $"/console/groupes/creer?epci={Siren}";
    }
}
