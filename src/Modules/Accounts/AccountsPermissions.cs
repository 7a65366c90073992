namespace Saas.Modules.Accounts;

internal static class AccountsPermissions
{
    public const string Work = "accounts.work";

    public const string Manage = "accounts.manage";

    public const string Audit = "accounts.audit";
}
