using Saas.Contracts.Search;
using Saas.Modules.Accounts.Team;
using Saas.Shell.Identity;
using Saas.Shell.Modules;

namespace Saas.Modules.Accounts;

/// <summary>Staff sign in, look after their account, see their day, and administrators compose the team and read who did what.</summary>
public sealed class AccountsModule : SaasModule
{
    public override string Name => "accounts";

    public override string Title => "Comptes";

    public override void Describe(ModuleBuilder module)
    {
        ArgumentNullException.ThrowIfNull(module);
        module.Permission(AccountsPermissions.Work, "Ouvrir l’espace de la mairie", [.. Roles.OfCommunes, Role.Assistance]);
        module.Permission(AccountsPermissions.Own, "Tenir son propre compte, passer d’une commune à l’autre", [.. Roles.OfCommunes]);
        module.Permission(AccountsPermissions.Manage, "Composer l’équipe", Role.Administrator);
        module.Permission(AccountsPermissions.Audit, "Lire et exporter le journal de ce qui est fait", Role.Administrator);
        module.Permission(AccountsPermissions.Assist, "Autoriser l’assistance, voir ce qu’elle fait, y mettre fin", Role.Administrator);

        module.StaffMenu("Aujourd’hui", "/gestion", AccountsPermissions.Work, "sun");
        module.StaffMenu("Équipe", "/gestion/equipe", AccountsPermissions.Manage, "people", MenuPlace.House);
        module.StaffMenu("Journal", "/gestion/journal", AccountsPermissions.Audit, "journal-text", MenuPlace.House);
        module.Settings<AccountsSettings>("la liste « Pour bien démarrer »", "/gestion");
        module.Answers<ISearchableByStaff, FindMembers>();
    }
}
