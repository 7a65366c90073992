namespace Saas.Shell.Audit;

/// <summary>What an entry of the trail is about. Stored by name.</summary>
public enum AuditKind
{
    Procedures,
    Requests,
    Site,
    Settings,
    Team,
    Access,
    Mails,
    Platform,
    Exports,
}

/// <summary>Kinds in the words of the screen.</summary>
public static class AuditKinds
{
    public static string Title(this AuditKind kind) => kind switch
    {
        AuditKind.Procedures => "Démarches",
        AuditKind.Requests => "Demandes",
        AuditKind.Site => "Site",
        AuditKind.Settings => "Réglages",
        AuditKind.Team => "Équipe",
        AuditKind.Access => "Connexions et mots de passe",
        AuditKind.Mails => "Courriels",
        AuditKind.Platform => "Plateforme",
        AuditKind.Exports => "Exports",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
