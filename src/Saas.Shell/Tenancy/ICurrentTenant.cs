namespace Saas.Shell.Tenancy;

/// <summary>The commune or group this scope works for.</summary>
public interface ICurrentTenant
{
    /// <summary>Null on the platform's own host.</summary>
    Tenant? Found { get; }

    /// <summary>Throws outside a commune: nothing that needs one may run without.</summary>
    Tenant Tenant { get; }

    /// <summary>How it speaks of itself; on the platform's own host, as a commune.</summary>
    TenantWords Words { get; }
}
