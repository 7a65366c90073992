namespace Saas.Shell.Identity;

/// <summary>What a person is in one commune. Stored by name.</summary>
public enum Role
{
    /// <summary>Runs everything in the commune, and says who is in its team.</summary>
    Administrator,

    /// <summary>Does the daily work (secrétaire de mairie): everything but the team.</summary>
    Secretary,

    /// <summary>An agent of a department: processes requests.</summary>
    Agent,

    /// <summary>An elected member (élu): reads.</summary>
    Elected,

    /// <summary>Answers for the commune's takings (régisseur).</summary>
    Regisseur,

    /// <summary>Reads what residents publish before others do.</summary>
    Moderator,

    /// <summary>The platform's own staff, on the platform's host only.</summary>
    Operator,

    /// <summary>An operator whom a commune lets in for a time. Nobody is given it: it comes with the session, and each module says what it opens.</summary>
    Assistance,
}

/// <summary>Roles in the words of the screen.</summary>
public static class Roles
{
    /// <summary>Those that a person may have in a commune, the widest first.</summary>
    public static IReadOnlyList<Role> OfCommunes { get; } = [Role.Administrator, Role.Secretary, Role.Agent, Role.Elected, Role.Regisseur, Role.Moderator];

    public static string Title(this Role role) => role switch
    {
        Role.Administrator => "administrateur",
        Role.Secretary => "secrétaire",
        Role.Agent => "agent",
        Role.Elected => "élu",
        Role.Regisseur => "régisseur",
        Role.Moderator => "modérateur",
        Role.Operator => "opérateur",
        Role.Assistance => "assistance",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };

    /// <summary>What the role is for, to whoever gives it.</summary>
    public static string Purpose(this Role role) => role switch
    {
        Role.Administrator => "Fait tout, et compose l’équipe.",
        Role.Secretary => "Fait le travail de chaque jour : demandes, démarches, site et réglages.",
        Role.Agent => "Traite les demandes.",
        Role.Elected => "Lit les demandes et les suit, ne modifie rien.",
        Role.Regisseur => "Suivra les paiements. Pour l’instant, voit sa page du jour.",
        Role.Moderator => "Relira ce que les habitants publient. Pour l’instant, voit sa page du jour.",
        Role.Operator => "Tient la plateforme.",
        Role.Assistance => "Aide la mairie qui l’a demandé, pour un temps.",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };
}
