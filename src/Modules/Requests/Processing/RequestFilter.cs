using System.Linq.Expressions;
using Saas.Modules.Requests.Model;

namespace Saas.Modules.Requests.Processing;

/// <summary>The tabs of the list, by their word in the address.</summary>
internal static class RequestFilter
{
    public const string ToDealWith = "a-traiter";
    public const string Late = "en-retard";
    public const string InProgress = "en-cours";
    public const string Closed = "closes";
    public const string All = "toutes";
    public const string Unwanted = "indesirables";

    /// <summary>Set aside, and nobody has looked yet.</summary>
    public static Expression<Func<Request, bool>> IsUnwanted { get; } =
        request => request.QuarantinedAt != null && request.State != RequestState.Closed;

    public static string AddressOf(string tab) => $"/gestion/demandes?etat={tab}";

    /// <summary>An unknown word shows the first tab.</summary>
    public static string Known(string? typed) => typed is Late or InProgress or Closed or All or Unwanted ? typed : ToDealWith;

    public static IQueryable<Request> In(this IQueryable<Request> requests, string tab, DateTimeOffset now) => tab switch
    {
        Late => requests.Where(Request.IsLate(now)),
        InProgress => requests.Where(r => r.QuarantinedAt == null && r.State == RequestState.InProgress),
        Closed => requests.Where(r => r.QuarantinedAt == null && r.State == RequestState.Closed),
        All => requests.Where(r => r.QuarantinedAt == null),
        Unwanted => requests.Where(r => r.QuarantinedAt != null),
        _ => requests.Where(Request.IsToDealWith),
    };
}
