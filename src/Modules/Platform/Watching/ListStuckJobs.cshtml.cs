using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Platform.Sites;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Jobs;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Platform.Watching;

/// <summary>Work that failed again and again, or that nobody takes up.</summary>
[OnPlatform]
[Requires(PlatformPermissions.Operate)]
internal sealed class ListStuckJobs(StuckJobs jobs, SaasDbContext db, CommuneClock clock) : FormPage
{
    public const string ByName = "nom";

    public const string ByAttempts = "essais";

    public const string ByKind = "travail";

    private const int PageSize = 50;

    [BindProperty(Name = "tri", SupportsGet = true)]
    public string? Order { get; set; }

    [FromQuery(Name = "page")]
    public int? Asked { get; set; }

    /// <summary>The work to try again: commune, kind and row, as <see cref="Row.Key"/> writes them.</summary>
    [BindProperty]
    public string? Relaunch { get; set; }

    public PagesOfList Pages { get; private set; } = null!;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (JobKey.Read(Relaunch) is not { } key)
        {
            return NotFound();
        }

        TempData.Say(await jobs.RelaunchAsync(key.TenantId, key.Kind, key.Id, cancel)
            ? "Ce travail est relancé : il est essayé dans les secondes qui viennent."
            : "Ce travail est déjà fait, ou en cours en ce moment.");
        return LocalRedirect("/console/travaux" + new QueryBuilder { { "tri", Order ?? "" }, { "page", (Asked ?? 1).ToString(System.Globalization.CultureInfo.InvariantCulture) } });
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        var stuck =
            from work in jobs.All
            join site in db.Set<TenantRow>() on work.TenantId equals site.Id
            select new { work, site };
        var paging = Paging.Of(Asked, PageSize, await stuck.CountAsync(cancel));
        Pages = new PagesOfList(paging, "/console/travaux", [("tri", Order)]);
        var ordered = Order switch
        {
            ByName => stuck.OrderBy(row => row.site.Slug).ThenBy(row => row.work.DueAt),
            ByKind => stuck.OrderBy(row => row.work.Kind).ThenBy(row => row.work.DueAt),
            ByAttempts => stuck.OrderByDescending(row => row.work.Attempts).ThenBy(row => row.work.DueAt),
            _ => stuck.OrderBy(row => row.work.DueAt).ThenBy(row => row.site.Slug),
        };
        Rows = await ordered.ThenBy(row => row.work.Id).Skip(paging.Skip).Take(paging.Size)
            .Select(row => new Row(row.site.Id, row.site.Name, row.site.InseeCode, row.work.Kind, row.work.Id, row.work.Attempts, row.work.LastError, row.work.DueAt))
            .ToListAsync(cancel);
        return Page();
    }

    public string When(DateTimeOffset instant) => clock.Moment(instant);

    internal sealed record Row(Guid TenantId, string Name, string? InseeCode, string Kind, Guid Id, int Attempts, string? Error, DateTimeOffset DueAt)
    {
        public string Site => EditedSite.AddressOf(TenantId, InseeCode);

        public string Key => new JobKey(TenantId, Kind, Id).ToString();

        public string Abandon => "/console/travaux/abandonner" + new QueryBuilder { { "travail", Key } };
    }
}
