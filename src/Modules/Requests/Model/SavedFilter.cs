using Saas.Modules.Requests.Processing;
using Saas.Shell.Tenancy;

namespace Saas.Modules.Requests.Model;

/// <summary>A filter of the list under a name, for one person or for the team.</summary>
internal sealed class SavedFilter : ITenantOwned
{
    public const int LongestName = 50;

    /// <summary>Of one person: more would no longer be read.</summary>
    public const int Most = 30;

    /// <summary>Made when the form was shown: a double click is one filter.</summary>
    public required Guid Id { get; init; }

    public Guid TenantId { get; private set; }

    /// <summary>The account of who named it.</summary>
    public required Guid OwnerId { get; init; }

    public required string Name { get; init; }

    public required bool Shared { get; init; }

    public required RequestFilter Filter { get; init; }
}
