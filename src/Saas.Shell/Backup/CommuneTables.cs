namespace Saas.Shell.Backup;

/// <summary>What one commune's backup takes of each table.</summary>
internal static class CommuneTables
{
    public const string Tenants = "shell.tenants";

    public const string Hosts = "shell.tenant_hosts";

    public const string Accounts = "shell.accounts";

    /// <summary>Shared tables that name a commune and are no part of its backup, with the reason.</summary>
    public static readonly IReadOnlyDictionary<string, string> LeftOut = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["shell.file_usage"] = "the database counts it as files come and go",
        ["shell.sessions"] = "a session that was ended must not come back",
        ["shell.switch_tickets"] = "they live a minute",
        ["shell.lost_second_factors"] = "about a person, who may serve other communes",
    };

    /// <summary>Shared tables with rows that are the commune's own.</summary>
    public static readonly IReadOnlyList<string> Shared = [Hosts, "shell.due_work"];

    /// <summary>A trail is never set back: what was noted since stays, what is gone returns. Nor is a consent that was withdrawn since.</summary>
    public static readonly IReadOnlyList<string> OnlyGrow = ["shell.audit_entries", "shell.assistance_consents", "shell.assistance_visits"];

    /// <summary>
    /// Enough of a person to be named and written to: no password, no second factor, no right. Where the person has an account already,
    /// it is left as it is.
    /// </summary>
    public static readonly BackedUpTable People = new(Accounts, ["id", "display_name", "user_name", "normalized_user_name", "email", "normalized_email", "email_confirmed"]);

    /// <summary>Rows that carry the commune's identifier, in the order of foreign keys.</summary>
    public static IEnumerable<DatabaseTable> Owned(IEnumerable<DatabaseTable> tables) => tables.Where(table => table.IsWalled || Shared.Contains(table.Name));
}
