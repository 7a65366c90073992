namespace Saas.Modules.Site.Model;

/// <summary>A kind of content, in the words of the screens.</summary>
/// <param name="Name">In the table, and in the versions.</param>
/// <param name="Segment">In the addresses of the back office, <c>/gestion/site/pages/…</c>.</param>
/// <param name="The">« la page », « l’actualité ».</param>
/// <param name="This">« cette page ».</param>
/// <param name="Feminine">How participles agree with it.</param>
/// <param name="Title">Over a list of them.</param>
/// <param name="Column">What <see cref="Content.Gist"/> says of each, in that list.</param>
internal sealed record ContentKind(string Name, string Segment, string The, string This, bool Feminine, string Title, string Column)
{
    public static readonly ContentKind Page = new("page", "pages", "la page", "cette page", Feminine: true, "Pages", "Menu")
    {
        Label = "Page",
        AddressOf = PageAddress.Of,
    };

    public static readonly ContentKind News = new("news", "actualites", "l’actualité", "cette actualité", Feminine: true, "Actualités", "Résumé")
    {
        Label = "Actualité",
        AddressOf = slug => $"/actualites/{slug}",
    };

    public static readonly ContentKind Event = new("event", "agenda", "l’événement", "cet événement", Feminine: false, "Agenda", "Quand")
    {
        Label = "Agenda",
        AddressOf = slug => $"/agenda/{slug}",
    };

    public static readonly ContentKind Alert = new("alert", "alertes", "l’alerte", "cette alerte", Feminine: true, "Bandeau d’alerte", "Niveau")
    {
        Label = "Alerte",
        AddressOf = _ => "/",
    };

    public static readonly ContentKind Directory = new("directory", "annuaire", "la fiche", "cette fiche", Feminine: true, "Annuaire", "Catégorie")
    {
        Label = "Annuaire",
        AddressOf = slug => $"/annuaire/{slug}",
    };

    public static readonly ContentKind Member = new("member", "elus", "la fiche", "cette fiche", Feminine: true, "Élus", "Fonction")
    {
        Label = "Élus",
        AddressOf = slug => $"/conseil#elu-{slug}",
    };

    public static readonly ContentKind Session = new("session", "seances", "la séance", "cette séance", Feminine: true, "Séances", "Quand")
    {
        Label = "Séance",
        AddressOf = slug => $"/conseil/seances/{slug}",
    };

    public static readonly ContentKind Works = new("works", "travaux", "le chantier", "ce chantier", Feminine: false, "Travaux", "Quand")
    {
        Label = "Travaux",
        AddressOf = slug => $"/travaux#chantier-{slug}",
    };

    public static readonly ContentKind Waste = new("waste", "collecte", "la collecte", "cette collecte", Feminine: true, "Collecte", "Jours")
    {
        Label = "Collecte",
        AddressOf = slug => $"/collecte#collecte-{slug}",
    };

    public static readonly ContentKind Menu = new("menu", "menus", "le menu", "ce menu", Feminine: false, "Menus", "Semaine")
    {
        Label = "Menus",
        AddressOf = slug => $"/menus#{slug}",
    };

    /// <summary>Those that staff list on a page of their own; pages and news share another.</summary>
    public static IReadOnlyList<ContentKind> Listed { get; } = [Event, Alert, Directory, Member, Session, Menu, Waste, Works];

    public static IReadOnlyList<ContentKind> All { get; } = [Page, News, .. Listed];

    /// <summary>One of them among the results of a search.</summary>
    public required string Label { get; init; }

    /// <summary>Where visitors read the one that has this slug.</summary>
    public required Func<string, string> AddressOf { get; init; }

    /// <summary>Each is read on a page of its own, not among others.</summary>
    public bool HasPage => !AddressOf("x").Contains('#', StringComparison.Ordinal) && this != Alert;

    /// <summary>Where staff find them all.</summary>
    public string ListAddress => this == Page || this == News ? "/gestion/site" : $"/gestion/site/{Segment}";

    public string AddAddress => $"/gestion/site/{Segment}/{(Feminine ? "nouvelle" : "nouveau")}";

    /// <summary>« La page ».</summary>
    public string Subject => char.ToUpperInvariant(The[0]) + The[1..];

    /// <summary>« publié » or « publiée ».</summary>
    public string Agreed(string participle) => Feminine ? $"{participle}e" : participle;

    public static ContentKind Named(string name) => All.Single(kind => kind.Name == name);
}
