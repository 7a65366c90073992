using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Provisioning;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Platform.Communes;

/// <summary>The communes that are on the platform.</summary>
[OnPlatform]
[Requires(PlatformPermissions.Operate)]
internal sealed class ListCommunes(SaasDbContext db, IOptions<PlatformOptions> platform, TimeProvider clock) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Words { get; set; }

    // From the query alone: Razor Pages has a route value of the same name.
    [FromQuery(Name = "page")]
    public int? Asked { get; set; }

    public Paging Paging { get; private set; } = null!;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var communes = db.Set<TenantRow>().AsNoTracking();
        if (Slugs.Of(Words ?? "") is { Length: > 0 } start)
        {
            var code = Words!.Trim();
            communes = communes.Where(t => t.Slug.StartsWith(start) || t.InseeCode == code);
        }

        Paging = Paging.Of(Asked, PageSize, await communes.CountAsync(cancel));
        Rows = await communes.OrderBy(t => t.Slug).Skip(Paging.Skip).Take(Paging.Size)
            .Select(t => new Row(t.Name, t.Slug, t.InseeCode, t.State, t.CreatedAt))
            .ToListAsync(cancel);
    }

    public string AddressOf(Row row) => $"{Request.Scheme}://{row.Slug}.{platform.Value.Domain}{(Request.Host.Port is { } port ? $":{port}" : "")}/";

    public string Since(Row row) => French.ShortDay(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(row.CreatedAt, clock.LocalTimeZone).DateTime));

    internal sealed record Row(string Name, string Slug, string InseeCode, TenantState State, DateTimeOffset CreatedAt)
    {
        public string StateTitle => State switch
        {
            TenantState.Preparing => "En préparation",
            TenantState.Open => "Ouverte",
            _ => "Fermée",
        };
    }
}
