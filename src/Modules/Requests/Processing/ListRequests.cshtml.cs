using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Saas.Contracts.Forms;
using Saas.Modules.Requests.Filtering;
using Saas.Modules.Requests.Labelling;
using Saas.Modules.Requests.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Requests.Processing;

/// <summary>The inbox: whatever residents asked, who waits longest first.</summary>
[Requires(RequestsPermissions.Read)]
internal sealed class ListRequests(SaasDbContext db, CommuneClock clock, CurrentPerson person, Colleagues colleagues, CommuneLabels labels, SavedFilters filters, IOpenProcedures procedures) : RequestFilterPage(db, clock, person)
{
    private const int PageSize = 25;

    private IReadOnlyList<ListColumn> _columns = [];

    [BindProperty(SupportsGet = true, Name = "p")]
    public int? Number { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public IReadOnlyList<string> Procedures { get; private set; } = [];

    public IReadOnlyList<Colleague> Team { get; private set; } = [];

    public IReadOnlyList<CommuneLabels.Shown> Labels { get; private set; } = [];

    /// <summary>On the requests of this page.</summary>
    public ILookup<Guid, CommuneLabels.Shown> Put { get; private set; } = null!;

    public IReadOnlyList<SavedFilter> Saved { get; private set; } = [];

    public Paging Paging { get; private set; } = null!;

    public int ToDealWithCount { get; private set; }

    public int LateCount { get; private set; }

    public int UnwantedCount { get; private set; }

    public bool AnyRequest { get; private set; }

    /// <summary>Where what came by telephone or at the desk is typed in; null for who may not.</summary>
    public string? EntryAddress => procedures.EntryAddress;

    public bool MayProcess => Person.Can(RequestsPermissions.Process);

    /// <summary>A town hall of one person gives nothing to anybody.</summary>
    public bool IsTeam => Team.Count > 1;

    public string Caption => $"{French.Count(Paging.Total, "demande", "demandes")} {Filter.Tab switch
    {
        RequestFilter.Late => "sans réponse depuis plus de 7 jours",
        RequestFilter.InProgress => "en cours",
        RequestFilter.ToComplete => "à compléter",
        RequestFilter.Closed => Paging.Total < 2 ? "close" : "closes",
        RequestFilter.All => "en tout",
        RequestFilter.Unwanted => Paging.Total < 2 ? "mise de côté" : "mises de côté",
        _ => "à traiter",
    }}";

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        await CountAsync(cancel);
        Team = await colleagues.ListAsync(cancel);
        var found = Found();
        Paging = Paging.Of(Number, PageSize, await found.CountAsync(cancel));
        Rows = await found.AsNoTracking().InOrder(Order)
            .Skip(Paging.Skip).Take(PageSize)
            .Select(r => new Row(r.Id, r.Reference, r.Procedure, r.SenderName, r.ReceivedAt, r.State, r.Outcome, r.HasUnreadMessage, r.WaitingSince, r.QuarantinedAt != null, r.AssigneeId, r.DueOn))
            .ToListAsync(cancel);
        var ids = Rows.Select(row => row.Id).ToList();
        Labels = await labels.ListAsync(cancel);
        Put = await labels.OfAsync(Db.Requests.Where(r => ids.Contains(r.Id)), cancel);
        Saved = await filters.ListAsync(cancel);
        _columns = (await Db.ListColumns.AsNoTracking().SingleOrDefaultAsync(columns => columns.Id == Person.AccountId, cancel))?.Columns ?? Enum.GetValues<ListColumn>();
        return Page();
    }

    /// <summary>The same list with another page; what was searched stays.</summary>
    public string AddressOf(int page) => Filter.AddressOf(RequestFilter.Address, page);

    /// <summary>Whether this person looks at this column, and there is something in it.</summary>
    public bool Shows(ListColumn column) => _columns.Contains(column) && column switch
    {
        ListColumn.Assignee => IsTeam,
        ListColumn.DueDate => Rows.Any(row => row.DueOn is not null),
        ListColumn.Labels => Put.Count > 0,
        _ => true,
    };

    /// <summary>The same list in another order.</summary>
    public string AddressInOrder(string? order) => (Filter with { Order = order }).AddressOf(RequestFilter.Address);

    public bool IsOverdue(Row row) => row.State != RequestState.Closed && row.DueOn < Clock.Today;

    /// <summary>The same search in another tab.</summary>
    public string AddressOf(string tab) => (Filter with { Tab = tab }).AddressOf(RequestFilter.Address);

    /// <summary>« 9 jours », once patience has run out; otherwise null.</summary>
    public string? Lateness(Row row)
    {
        var waited = Clock.Now - row.WaitingSince;
        return !row.Quarantined && row.State != RequestState.Closed && waited > Model.Request.Patience
            ? French.Count((int)waited.Value.TotalDays, "jour", "jours")
            : null;
    }

    public string? AssigneeOf(Row row) => Team.FirstOrDefault(colleague => colleague.AccountId == row.AssigneeId)?.Name;

    private async Task CountAsync(CancellationToken cancel)
    {
        ToDealWithCount = await Db.Requests.CountAsync(Model.Request.IsToDealWith, cancel);
        LateCount = await Db.Requests.CountAsync(Model.Request.IsLate(Clock.Now), cancel);
        UnwantedCount = await Db.Requests.CountAsync(RequestFilter.IsUnwanted, cancel);
        Procedures = await Db.Requests.Select(r => r.Procedure).Distinct().OrderBy(title => title).ToListAsync(cancel);
        AnyRequest = Procedures.Count > 0;
    }

    public sealed record Row(
        Guid Id,
        string Reference,
        string Procedure,
        string SenderName,
        DateTimeOffset ReceivedAt,
        RequestState State,
        RequestOutcome? Outcome,
        bool HasUnreadMessage,
        DateTimeOffset? WaitingSince,
        bool Quarantined,
        Guid? AssigneeId,
        DateOnly? DueOn);
}
