namespace Saas.Modules.Site.Model;

/// <summary>A kind of content, in the words of the screens.</summary>
/// <param name="Segment">In the addresses of the back office, <c>/gestion/site/pages/…</c>.</param>
/// <param name="The">« la page », « l’actualité ».</param>
/// <param name="This">« cette page ».</param>
/// <param name="Feminine">How participles agree with it.</param>
/// <param name="Title">Over a list of them.</param>
internal sealed record ContentKind(string Segment, string The, string This, bool Feminine, string Title)
{
    public static readonly ContentKind Page = new("pages", "la page", "cette page", Feminine: true, "Pages");

    public static readonly ContentKind News = new("actualites", "l’actualité", "cette actualité", Feminine: true, "Actualités");

    public static readonly ContentKind Event = new("agenda", "l’événement", "cet événement", Feminine: false, "Agenda");

    public static readonly ContentKind Alert = new("alertes", "l’alerte", "cette alerte", Feminine: true, "Bandeau d’alerte");

    /// <summary>Where staff find them all.</summary>
    public string ListAddress => this == Page || this == News ? "/gestion/site" : $"/gestion/site/{Segment}";

    /// <summary>« La page ».</summary>
    public string Subject => char.ToUpperInvariant(The[0]) + The[1..];

    /// <summary>« publié » or « publiée ».</summary>
    public string Agreed(string participle) => Feminine ? $"{participle}e" : participle;
}
