using Saas.Shell.Tenancy;

namespace Saas.Shell.Provisioning;

/// <summary>
/// How a module takes its part of a folder of tenants/: what every commune, or every group, starts with (the blueprint, shared by all,
/// read once at deployment), and what one commune is given. Both can be applied again.
/// </summary>
public interface IStarterContent
{
    /// <summary>Reads <c>tenants/_commune</c> or <c>tenants/_groupe</c> into the module's shared tables. Outside any commune.</summary>
    Task ApplyBlueprintAsync(TenantKind kind, DirectoryInfo folder, CancellationToken cancel);

    /// <summary>Reads <c>tenants/slug</c> into the rows of the current commune. The caller saves.</summary>
    Task ApplyCommuneAsync(DirectoryInfo folder, CancellationToken cancel);
}
