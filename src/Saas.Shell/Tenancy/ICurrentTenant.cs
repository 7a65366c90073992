namespace Saas.Shell.Tenancy;

/// <summary>The commune this scope works for.</summary>
public interface ICurrentTenant
{
    /// <summary>Null on the platform's own host.</summary>
    Tenant? Found { get; }

    /// <summary>Throws outside a commune: nothing that needs one may run without.</summary>
    Tenant Tenant { get; }
}
