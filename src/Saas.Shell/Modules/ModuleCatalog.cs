using Saas.Shell.Identity;

namespace Saas.Shell.Modules;

/// <summary>The modules plugged into this application, in the order of the menus.</summary>
public sealed class ModuleCatalog
{
    internal ModuleCatalog(IReadOnlyList<SaasModule> all, IReadOnlyList<PermissionEntry> permissions, IReadOnlyList<StaffMenuEntry> staffMenu)
    {
        All = all;
        Permissions = permissions;
        StaffMenu = staffMenu;
    }

    public IReadOnlyList<SaasModule> All { get; }

    public IReadOnlyList<PermissionEntry> Permissions { get; }

    internal IReadOnlyList<StaffMenuEntry> StaffMenu { get; }

    public bool Allows(Role role, string permission) =>
        Permissions.Any(entry => entry.Name == permission && entry.Roles.Contains(role));
}
