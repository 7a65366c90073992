using Saas.Shell.Tenancy;

namespace Saas.Modules.Site.Model;

/// <summary>The large links of a home page whose commune, or group, has not chosen its own.</summary>
internal static class FirstQuickAccesses
{
    private static readonly QuickAccess[] OfCommunes =
    [
        new("Démarches en ligne", "/demarches", "ui-checks"),
        new("Papiers et état civil", "/pages/papiers-et-etat-civil", "person-vcard"),
        new("Eau et déchets", "/pages/eau-et-dechets", "recycle"),
        new("École et enfance", "/pages/ecole-et-enfance", "people"),
        new("Urbanisme et travaux", "/pages/urbanisme-et-travaux", "house-door"),
        new("Numéros utiles", "/pages/numeros-utiles", "telephone"),
        new("La mairie", "/pages/la-mairie", "bank"),
        new("Contact et horaires", "/contact", "clock"),
    ];

    private static readonly QuickAccess[] OfGroups =
    [
        new("Démarches en ligne", "/demarches", "ui-checks"),
        new("Déchets", "/pages/dechets", "recycle"),
        new("Eau et assainissement", "/pages/eau-et-assainissement", "droplet"),
        new("Entreprises et emploi", "/pages/entreprises-et-emploi", "building"),
        new("L’intercommunalité", "/pages/l-intercommunalite", "people"),
        new("Contact et horaires", "/contact", "clock"),
    ];

    /// <summary>Those that lead somewhere: a starter page may have been withdrawn.</summary>
    public static IReadOnlyList<QuickAccess> Among(IReadOnlyList<VisiblePage> pages, TenantKind kind) =>
        [.. (kind == TenantKind.Group ? OfGroups : OfCommunes).Where(link => !link.Address.StartsWith("/pages/", StringComparison.Ordinal) || pages.Any(page => page.Address == link.Address))];
}
