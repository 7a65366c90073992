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

    /// <summary>« La page ».</summary>
    public string Subject => char.ToUpperInvariant(The[0]) + The[1..];

    /// <summary>« publié » or « publiée ».</summary>
    public string Agreed(string participle) => Feminine ? $"{participle}e" : participle;
}
