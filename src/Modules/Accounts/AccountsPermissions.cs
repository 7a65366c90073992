using Saas.Shell.Assistance;

namespace Saas.Modules.Accounts;

internal static class AccountsPermissions
{
    public const string Work = "accounts.work";

    /// <summary>One's own account: of the team only.</summary>
    public const string Own = "accounts.own";

    public const string Manage = "accounts.manage";

    public const string Audit = "accounts.audit";

    public const string Assist = AssistanceConsents.Manage;
}
