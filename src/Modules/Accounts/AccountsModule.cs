using Saas.Shell.Identity;
using Saas.Shell.Modules;

namespace Saas.Modules.Accounts;

/// <summary>Staff sign in, find their password again, and see their day.</summary>
public sealed class AccountsModule : SaasModule
{
    public override string Name => "accounts";

    public override string Title => "Comptes";

    public override void Describe(ModuleBuilder module)
    {
        ArgumentNullException.ThrowIfNull(module);
        module.Permission(AccountsPermissions.Work, "Ouvrir l’espace de la mairie", [.. Roles.OfCommunes]);

        module.StaffMenu("Aujourd’hui", "/gestion", AccountsPermissions.Work, "sun");
    }
}
