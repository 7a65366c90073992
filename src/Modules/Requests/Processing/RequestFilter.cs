using System.Linq.Expressions;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.Extensions;
using Saas.Modules.Requests.Model;
using Saas.Shell.Search;
using Saas.Shell.Web;

namespace Saas.Modules.Requests.Processing;

/// <summary>Which requests a page is about, as written in its address. An unknown word asks for nothing.</summary>
/// <param name="Tab">One of the words below: where the request stands.</param>
/// <param name="Procedure">Title of the procedure.</param>
/// <param name="Assignee"><see cref="Mine"/>, <see cref="Nobody"/>, or the account of a colleague.</param>
/// <param name="Words">Beginnings of words of the reference, the procedure or the sender.</param>
/// <param name="Label">The label that they bear.</param>
/// <param name="Due"><see cref="Overdue"/> or <see cref="ThisWeek"/>.</param>
/// <param name="Order"><see cref="ByDueDate"/>; otherwise who waits longest comes first.</param>
internal sealed record RequestFilter(string Tab, string? Procedure = null, string? Assignee = null, string? Words = null, string? Label = null, string? Due = null, string? Order = null)
{
    public const string Address = "/gestion/demandes";

    public const string ToDealWith = "a-traiter";
    public const string Late = "en-retard";
    public const string InProgress = "en-cours";
    public const string ToComplete = "a-completer";
    public const string Closed = "closes";
    public const string All = "toutes";
    public const string Unwanted = "indesirables";

    public const string Mine = "moi";
    public const string Nobody = "personne";

    public const string Overdue = "depassee";
    public const string ThisWeek = "semaine";

    public const string ByDueDate = "echeance";

    /// <summary>Set aside, and nobody has looked yet.</summary>
    public static Expression<Func<Request, bool>> IsUnwanted { get; } =
        request => request.QuarantinedAt != null && request.State != RequestState.Closed;

    [JsonIgnore]
    public bool IsNarrow => !string.IsNullOrWhiteSpace(Words) || !string.IsNullOrEmpty(Procedure) || !string.IsNullOrEmpty(Assignee) || !string.IsNullOrEmpty(Label) || !string.IsNullOrEmpty(Due);

    /// <summary>As written in the address, for forms that carry the filter on.</summary>
    [JsonIgnore]
    public IEnumerable<(string Name, string Value)> Fields => new (string Name, string? Value)[]
        {
            ("etat", Tab), ("demarche", Procedure), ("suivi", Assignee), ("etiquette", Label), ("echeance", Due), ("tri", Order), ("q", Words),
        }
        .Where(one => !string.IsNullOrWhiteSpace(one.Value))
        .Select(one => (one.Name, one.Value!));

    /// <summary>An unknown word shows the first tab.</summary>
    public static string KnownTab(string? typed) => typed is Late or InProgress or ToComplete or Closed or All or Unwanted ? typed : ToDealWith;

    /// <summary>The last day of the week of this one.</summary>
    public static DateOnly EndOfWeek(DateOnly today) => today.AddDays((7 - (int)today.DayOfWeek) % 7);

    public string AddressOf(string page, int number = 1)
    {
        var query = new QueryBuilder(Fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        if (number > 1)
        {
            query.Add("p", number.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        return page + query;
    }

    /// <param name="requests">All of the commune.</param>
    /// <param name="labels">On them.</param>
    /// <param name="clock">Decides who has waited too long, and what is due.</param>
    /// <param name="me">The account of who asks.</param>
    public IQueryable<Request> In(IQueryable<Request> requests, IQueryable<RequestLabel> labels, CommuneClock clock, Guid me)
    {
        requests = InTime(InTab(requests, clock.Now), clock.Today);
        if (!string.IsNullOrEmpty(Procedure))
        {
            requests = requests.Where(r => r.Procedure == Procedure);
        }

        if (Assignee == Nobody)
        {
            requests = requests.Where(r => r.AssigneeId == null);
        }
        else if ((Assignee == Mine ? me : Guid.TryParse(Assignee, out var colleague) ? colleague : (Guid?)null) is { } account)
        {
            requests = requests.Where(r => r.AssigneeId == account);
        }

        if (Guid.TryParse(Label, out var label))
        {
            requests = requests.Where(r => labels.Any(put => put.RequestId == r.Id && put.LabelId == label));
        }

        foreach (var word in SearchWords.Split(Words))
        {
            requests = requests.Where(r => r.SearchText.Contains(word));
        }

        return requests;
    }

    private IQueryable<Request> InTab(IQueryable<Request> requests, DateTimeOffset now) => Tab switch
    {
        Late => requests.Where(Request.IsLate(now)),
        InProgress => requests.Where(r => r.QuarantinedAt == null && r.State == RequestState.InProgress),
        ToComplete => requests.Where(r => r.QuarantinedAt == null && r.State == RequestState.ToComplete),
        Closed => requests.Where(r => r.QuarantinedAt == null && r.State == RequestState.Closed),
        All => requests.Where(r => r.QuarantinedAt == null),
        Unwanted => requests.Where(r => r.QuarantinedAt != null),
        _ => requests.Where(Request.IsToDealWith),
    };

    private IQueryable<Request> InTime(IQueryable<Request> requests, DateOnly today)
    {
        var sunday = EndOfWeek(today);
        return Due switch
        {
            Overdue => requests.Where(Request.IsOpen).Where(r => r.DueOn < today),
            ThisWeek => requests.Where(Request.IsOpen).Where(r => r.DueOn >= today && r.DueOn <= sunday),
            _ => requests,
        };
    }
}

/// <summary>The order in which requests are dealt with.</summary>
internal static class RequestOrder
{
    /// <summary>Who waits longest first; those who wait for nothing after them, newest first. Or what is due first, what is due never last.</summary>
    public static IOrderedQueryable<Request> InOrder(this IQueryable<Request> requests, string? order = null) => order == RequestFilter.ByDueDate
        ? requests.OrderBy(r => r.DueOn == null).ThenBy(r => r.DueOn).ThenBy(r => r.ReceivedAt).ThenBy(r => r.Id)
        : requests.OrderBy(r => r.WaitingSince == null).ThenBy(r => r.WaitingSince).ThenByDescending(r => r.ReceivedAt).ThenBy(r => r.Id);
}
