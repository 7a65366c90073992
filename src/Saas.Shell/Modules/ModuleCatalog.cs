using Saas.Shell.Identity;
using Saas.Shell.Tenancy;

namespace Saas.Shell.Modules;

/// <summary>The modules plugged into this application, in the order of the menus.</summary>
public sealed class ModuleCatalog
{
    internal ModuleCatalog(IReadOnlyList<SaasModule> all, IReadOnlyList<PermissionEntry> permissions, IReadOnlyList<PublicMenuEntry> publicMenu, IReadOnlyList<StaffMenuEntry> staffMenu)
    {
        All = all;
        Permissions = permissions;
        PublicMenu = publicMenu;
        StaffMenu = [.. staffMenu.OrderBy(entry => entry.Place)];
    }

    public IReadOnlyList<SaasModule> All { get; }

    public IReadOnlyList<PermissionEntry> Permissions { get; }

    internal IReadOnlyList<PublicMenuEntry> PublicMenu { get; }

    internal IReadOnlyList<StaffMenuEntry> StaffMenu { get; }

    public IEnumerable<PublicMenuEntry> PublicMenuOf(Tenant tenant) => PublicMenu.Where(entry => IsOn(entry.Module, tenant));

    /// <summary>On the platform's own host, where there is no commune, optional modules are off.</summary>
    public bool IsOn(string module, Tenant? tenant) =>
        All.Any(known => string.Equals(known.Name, module, StringComparison.OrdinalIgnoreCase) && (!known.IsOptional || tenant?.Modules.Contains(known.Name) == true));

    public bool Allows(Role role, string permission) =>
        Permissions.Any(entry => entry.Name == permission && entry.Roles.Contains(role));
}
