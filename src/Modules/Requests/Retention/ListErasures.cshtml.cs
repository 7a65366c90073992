using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Requests.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Settings;
using Saas.Shell.Web;

namespace Saas.Modules.Requests.Retention;

/// <summary>What is erased in the next thirty days, soonest first, and what is kept for longer.</summary>
[Requires(RequestsPermissions.Read)]
internal sealed class ListErasures(SaasDbContext db, ITenantSettings settings, CurrentPerson person, CommuneClock clock) : PageModel
{
    public const string KeptTab = "gardees";

    private const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "etat")]
    public string? Tab { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int? Number { get; set; }

    public bool ShowsKept => Tab == KeptTab;

    public int SoonCount { get; private set; }

    public int KeptCount { get; private set; }

    public RetentionRule Rule { get; private set; } = null!;

    public Paging Paging { get; private set; } = null!;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public bool MayProcess => person.Can(RequestsPermissions.Process);

    public bool MaySettle => person.Can(RequestsPermissions.Settle);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Rule = RetentionRule.Of(await settings.GetAsync<RequestsSettings>(cancel));
        var today = clock.Today;
        SoonCount = await db.PlannedErasures.CountAsync(plan => plan.KeptUntil == null || plan.KeptUntil < today, cancel);
        KeptCount = await db.PlannedErasures.CountAsync(plan => plan.KeptUntil >= today, cancel);
        Paging = Paging.Of(Number, PageSize, ShowsKept ? KeptCount : SoonCount);
        Rows = await db.PlannedErasures.AsNoTracking()
            .Where(plan => ShowsKept ? plan.KeptUntil >= today : plan.KeptUntil == null || plan.KeptUntil < today)
            .OrderBy(plan => plan.EraseOn).ThenBy(plan => plan.Id)
            .Skip(Paging.Skip).Take(PageSize)
            .Select(plan => new Row(
                plan.Id,
                plan.Request.Reference,
                plan.Request.Procedure,
                plan.Request.SenderName,
                new Aged(plan.Request.State, plan.Request.HasUnreadMessage, plan.Request.ClosedAt, plan.Request.QuarantinedAt, plan.Request.RetentionMonths),
                plan.EraseOn,
                plan.KeptUntil,
                plan.KeptBecause,
                plan.KeptBy))
            .ToListAsync(cancel);
    }

    public string AddressOf(int page) => $"{RequestErasures.Soon}?{(ShowsKept ? $"etat={KeptTab}&" : "")}p={page}";

    public sealed record Row(Guid Id, string Reference, string Procedure, string SenderName, Aged Aged, DateOnly EraseOn, DateOnly? KeptUntil, string KeptBecause, string KeptBy);
}
