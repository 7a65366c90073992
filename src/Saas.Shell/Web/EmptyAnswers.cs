using Saas.Contracts.Forms;
using Saas.Contracts.Requests;
using Saas.Contracts.Site;
using Saas.Shell.Tenancy;

namespace Saas.Shell.Web;

/// <summary>What the shell answers for a module that is not plugged in, so that callers need no condition.</summary>
internal sealed class NoRequestIntake : IRequestIntake
{
    public bool Offered => false;

    public Task<FiledRequest> PrepareAsync(RequestToFile request, CancellationToken cancel) =>
        throw new InvalidOperationException("Ask Offered first.");

    public Task<FiledRequest?> FindAsync(Guid sourceId, CancellationToken cancel) => Task.FromResult<FiledRequest?>(null);

    public Task<IReadOnlyList<FiledRequest>> ListAsync(string browser, string procedureAddress, DateTimeOffset since, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<FiledRequest>>([]);

    public string OpenToThisBrowser(FiledRequest filed) => throw new InvalidOperationException("Ask Offered first.");
}

internal sealed class NoOpenProcedures : IOpenProcedures
{
    public Task<IReadOnlyList<OpenProcedure>> ListAsync(int most, CancellationToken cancel) => Task.FromResult<IReadOnlyList<OpenProcedure>>([]);
}

internal sealed class BarePublicFrame(ICurrentTenant current) : IPublicFrame
{
    public Task<PublicFrame> ReadAsync(CancellationToken cancel) => Task.FromResult(new PublicFrame(
        [],
        new TownHall($"Mairie de {current.Tenant.Name}", Street: null, PostalCode: null, City: null, Telephone: null, Email: null, OpeningSentence: "", OpenNow: false, Week: []),
        Notice: null));
}
