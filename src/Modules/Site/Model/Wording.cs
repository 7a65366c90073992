using System.Text.Json.Serialization;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Model;

/// <summary>All that the author of a content writes: what a version keeps, and what two versions differ in.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(PageWording), "page")]
[JsonDerivedType(typeof(NewsWording), "news")]
[JsonDerivedType(typeof(EventWording), "event")]
[JsonDerivedType(typeof(AlertWording), "alert")]
internal abstract record Wording(string Title, string Summary, string Body)
{
    /// <summary>A picture of the library; null for none.</summary>
    public Guid? Picture { get; init; }

    /// <summary>What is said besides the text, line by line, with the name each line has on screen.</summary>
    [JsonIgnore]
    public virtual IReadOnlyList<(string What, string? Value)> Lines => [("Titre", Title), ("Résumé", Summary)];

    public Wording Cleaned() => this with { Title = Title.Trim(), Body = RichText.Clean(Body, withPictures: true) };
}

internal sealed record PageWording(string Title, string Body, int? MenuOrder) : Wording(Title, "", Body)
{
    [JsonIgnore]
    public override IReadOnlyList<(string What, string? Value)> Lines => [("Titre", Title), ("Rang dans le menu", $"{MenuOrder}"), ("Autres mots", Keywords)];

    public string Keywords { get; init; } = "";
}

internal sealed record NewsWording(string Title, string Summary, string Body) : Wording(Title, Summary, Body);

internal sealed record EventWording(string Title, string Summary, string Body, string Place, EventCategory Category, EventTiming Timing) : Wording(Title, Summary, Body)
{
    [JsonIgnore]
    public override IReadOnlyList<(string What, string? Value)> Lines =>
        [("Titre", Title), ("Résumé", Summary), ("Quand", Timing.InWords()), ("Lieu", Place), ("Rubrique", Category.Title())];
}

internal sealed record AlertWording(string Title, AlertLevel Level, string Link) : Wording(Title, "", "")
{
    [JsonIgnore]
    public override IReadOnlyList<(string What, string? Value)> Lines => [("Texte", Title), ("Niveau", Level.Title()), ("Lien", Link)];
}
