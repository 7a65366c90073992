namespace Saas.Shell.Identity;

/// <summary>What a person is in one commune. Stored by name.</summary>
public enum Role
{
    /// <summary>Runs everything in the commune.</summary>
    Administrator,

    /// <summary>An elected member (élu): reads.</summary>
    Elected,

    /// <summary>The platform's own staff, on the platform's host only.</summary>
    Operator,
}

/// <summary>Roles in the words of the screen.</summary>
public static class RoleTitles
{
    public static string Title(this Role role) => role switch
    {
        Role.Administrator => "administrateur",
        Role.Elected => "élu",
        Role.Operator => "opérateur",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };
}
