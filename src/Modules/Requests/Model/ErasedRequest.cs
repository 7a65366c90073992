using Saas.Shell.Tenancy;

namespace Saas.Modules.Requests.Model;

/// <summary>
/// What stays of a request that was erased, and what erases it: the database lets a request and its timeline go when this is written, and
/// in no other way. Nothing of it names anybody.
/// </summary>
internal sealed class ErasedRequest : ITenantOwned
{
    /// <summary>Of the request: it is erased once.</summary>
    public required Guid Id { get; init; }

    public Guid TenantId { get; private set; }

    public required string Reference { get; init; }

    public required string Procedure { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Null of what was set aside as unwanted and never looked at.</summary>
    public required DateTimeOffset? ClosedAt { get; init; }

    public required int FileCount { get; init; }

    /// <summary>« 24 mois après la clôture, règle de la démarche ».</summary>
    public required string Rule { get; init; }

    public required DateTimeOffset ErasedAt { get; init; }
}
