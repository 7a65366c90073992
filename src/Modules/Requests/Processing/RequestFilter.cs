using System.Linq.Expressions;
using Microsoft.AspNetCore.Http.Extensions;
using Saas.Modules.Requests.Model;
using Saas.Shell.Search;

namespace Saas.Modules.Requests.Processing;

/// <summary>Which requests a page is about, as written in its address. An unknown word asks for nothing.</summary>
/// <param name="Tab">One of the words below: where the request stands.</param>
/// <param name="Procedure">Title of the procedure.</param>
/// <param name="Assignee"><see cref="Mine"/>, <see cref="Nobody"/>, or the account of a colleague.</param>
/// <param name="Words">Beginnings of words of the reference, the procedure or the sender.</param>
internal sealed record RequestFilter(string Tab, string? Procedure = null, string? Assignee = null, string? Words = null)
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

    /// <summary>Set aside, and nobody has looked yet.</summary>
    public static Expression<Func<Request, bool>> IsUnwanted { get; } =
        request => request.QuarantinedAt != null && request.State != RequestState.Closed;

    public bool IsNarrow => !string.IsNullOrWhiteSpace(Words) || !string.IsNullOrEmpty(Procedure) || !string.IsNullOrEmpty(Assignee);

    /// <summary>An unknown word shows the first tab.</summary>
    public static string KnownTab(string? typed) => typed is Late or InProgress or ToComplete or Closed or All or Unwanted ? typed : ToDealWith;

    public string AddressOf(string page, int number = 1)
    {
        var query = new QueryBuilder { { "etat", Tab } };
        Add(query, "demarche", Procedure);
        Add(query, "suivi", Assignee);
        Add(query, "q", Words);
        Add(query, "p", number > 1 ? number.ToString(System.Globalization.CultureInfo.InvariantCulture) : null);
        return page + query;
    }

    /// <param name="requests">All of the commune.</param>
    /// <param name="now">Decides who has waited too long.</param>
    /// <param name="me">The account of who asks.</param>
    public IQueryable<Request> In(IQueryable<Request> requests, DateTimeOffset now, Guid me)
    {
        requests = InTab(requests, now);
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

    private static void Add(QueryBuilder query, string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            query.Add(name, value);
        }
    }
}

/// <summary>The order in which requests are dealt with.</summary>
internal static class RequestOrder
{
    /// <summary>Who waits longest first; those who wait for nothing after them, newest first.</summary>
    public static IOrderedQueryable<Request> InOrder(this IQueryable<Request> requests) =>
        requests.OrderBy(r => r.WaitingSince == null).ThenBy(r => r.WaitingSince).ThenByDescending(r => r.ReceivedAt).ThenBy(r => r.Id);
}
