namespace Saas.Shell.Tenancy;

internal sealed class CurrentTenant : ICurrentTenant
{
    public Tenant? Found { get; private set; }

    public Tenant Tenant => Found ?? throw new InvalidOperationException("No commune was entered in this scope.");

    public TenantWords Words => TenantWords.Of(Found?.Kind ?? TenantKind.Commune);

    /// <summary>Once per scope: a scope that could change its commune half-way could mix two.</summary>
    public void Enter(Tenant tenant) =>
        Found = Found is null ? tenant : throw new InvalidOperationException($"This scope already works for {Found.Slug}.");
}
