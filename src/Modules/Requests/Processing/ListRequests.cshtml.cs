using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Requests.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Search;
using Saas.Shell.Web;

namespace Saas.Modules.Requests.Processing;

[Requires(RequestsPermissions.Read)]
internal sealed class ListRequests(SaasDbContext db, CommuneClock clock) : PageModel
{
    private const int PageSize = 25;

    [BindProperty(SupportsGet = true, Name = "etat")]
    public string? Tab { get; set; }

    [BindProperty(SupportsGet = true, Name = "demarche")]
    public string? Procedure { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int? Number { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public IReadOnlyList<string> Procedures { get; private set; } = [];

    public Paging Paging { get; private set; } = null!;

    public int ToDealWithCount { get; private set; }

    public int LateCount { get; private set; }

    public int UnwantedCount { get; private set; }

    public bool AnyRequest { get; private set; }

    public bool IsNarrowed => !string.IsNullOrWhiteSpace(Search) || !string.IsNullOrEmpty(Procedure);

    public string Caption => $"{French.Count(Paging.Total, "demande", "demandes")} {Tab switch
    {
        RequestFilter.Late => "sans réponse depuis plus de 7 jours",
        RequestFilter.InProgress => "en cours",
        RequestFilter.Closed => Paging.Total < 2 ? "close" : "closes",
        RequestFilter.All => "en tout",
        RequestFilter.Unwanted => Paging.Total < 2 ? "mise de côté" : "mises de côté",
        _ => "à traiter",
    }}";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Tab = RequestFilter.Known(Tab);
        await CountAsync(cancel);
        var found = Narrow(db.Requests.In(Tab, clock.Now));
        Paging = Paging.Of(Number, PageSize, await found.CountAsync(cancel));
        Rows = await found
            .OrderBy(r => r.WaitingSince == null).ThenBy(r => r.WaitingSince).ThenByDescending(r => r.ReceivedAt).ThenBy(r => r.Id)
            .Skip(Paging.Skip).Take(PageSize)
            .Select(r => new Row(r.Id, r.Reference, r.Procedure, r.SenderName, r.ReceivedAt, r.State, r.Outcome, r.HasUnreadMessage, r.WaitingSince, r.QuarantinedAt != null))
            .ToListAsync(cancel);
    }

    /// <summary>The same list with another tab or page; what was searched stays.</summary>
    public string AddressOf(string tab, int page = 1)
    {
        var query = new QueryBuilder { { "etat", tab } };
        if (!string.IsNullOrEmpty(Procedure))
        {
            query.Add("demarche", Procedure);
        }

        if (!string.IsNullOrWhiteSpace(Search))
        {
            query.Add("q", Search);
        }

        if (page > 1)
        {
            query.Add("p", page.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        return "/gestion/demandes" + query;
    }

    /// <summary>« 9 jours », once patience has run out; otherwise null.</summary>
    public string? Lateness(Row row)
    {
        var waited = clock.Now - row.WaitingSince;
        return !row.Quarantined && row.State != RequestState.Closed && waited > Model.Request.Patience
            ? French.Count((int)waited.Value.TotalDays, "jour", "jours")
            : null;
    }

    private async Task CountAsync(CancellationToken cancel)
    {
        ToDealWithCount = await db.Requests.CountAsync(Model.Request.IsToDealWith, cancel);
        LateCount = await db.Requests.CountAsync(Model.Request.IsLate(clock.Now), cancel);
        UnwantedCount = await db.Requests.CountAsync(RequestFilter.IsUnwanted, cancel);
        Procedures = await db.Requests.Select(r => r.Procedure).Distinct().OrderBy(title => title).ToListAsync(cancel);
        AnyRequest = Procedures.Count > 0;
    }

    private IQueryable<Request> Narrow(IQueryable<Request> requests)
    {
        if (!string.IsNullOrEmpty(Procedure))
        {
            requests = requests.Where(r => r.Procedure == Procedure);
        }

        foreach (var word in SearchWords.Split(Search))
        {
            requests = requests.Where(r => r.SearchText.Contains(word));
        }

        return requests;
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
        bool Quarantined);
}
