namespace Saas.Shell.Tenancy;

/// <summary>What a tenant is. It never changes.</summary>
public enum TenantKind
{
    Commune,

    /// <summary>Communes together: an EPCI, a syndicat, an entente.</summary>
    Group,
}
