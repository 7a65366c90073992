using Saas.Shell.Tenancy;

namespace Saas.Modules.Requests.Model;

/// <summary>A label on a request.</summary>
internal sealed class RequestLabel : ITenantOwned
{
    public Guid TenantId { get; private set; }

    public required Guid RequestId { get; init; }

    public Request Request { get; private init; } = null!;

    public required Guid LabelId { get; init; }

    public Label Label { get; private init; } = null!;
}
