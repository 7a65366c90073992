using System.Text.Json.Serialization;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Model;

/// <summary>All that the author of a content writes: what a version keeps, and what two versions differ in.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(PageWording), "page")]
[JsonDerivedType(typeof(NewsWording), "news")]
[JsonDerivedType(typeof(EventWording), "event")]
[JsonDerivedType(typeof(AlertWording), "alert")]
[JsonDerivedType(typeof(DirectoryWording), "directory")]
[JsonDerivedType(typeof(MemberWording), "member")]
[JsonDerivedType(typeof(SessionWording), "session")]
internal abstract record Wording(string Title, string Summary, string Body)
{
    /// <summary>What is said besides the text, line by line, with the name each line has on screen.</summary>
    [JsonIgnore]
    public virtual IReadOnlyList<(string What, string? Value)> Lines => [("Titre", Title), ("Résumé", Summary)];

    /// <summary>All that it says at length, as one text of markup.</summary>
    [JsonIgnore]
    public virtual string Whole => Body;

    public virtual Wording Cleaned() => this with { Title = Title.Trim(), Body = RichText.Clean(Body) };
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

internal sealed record DirectoryWording(string Title, string Summary, string Body, DirectoryCategory Category, DirectoryFacts Facts) : Wording(Title, Summary, Body)
{
    [JsonIgnore]
    public override IReadOnlyList<(string What, string? Value)> Lines =>
    [
        ("Nom", Title), ("Catégorie", Category.Title()), ("En une phrase", Summary), ("Adresse", Facts.Place), ("Téléphone", Facts.Telephone),
        ("Adresse e-mail", Facts.Email), ("Site internet", Facts.Website), ("Horaires", Facts.Hours), ("Contact", Facts.Contact),
    ];
}

/// <param name="Summary">What the member is in charge of.</param>
internal sealed record MemberWording(string Title, string Summary, MemberFacts Facts) : Wording(Title, Summary, "")
{
    [JsonIgnore]
    public override IReadOnlyList<(string What, string? Value)> Lines =>
        [("Civilité", Facts.Civility.Title()), ("Nom", Title), ("Fonction", Facts.Role.Title()), ("Rang", $"{Facts.Rank}"), ("Délégation", Summary)];
}

internal sealed record SessionWording(string Title, string Body, DateOnly StartsOn, TimeOnly? StartsAt, string Place, string Deliberations, string Minutes) : Wording(Title, "", Body)
{
    [JsonIgnore]
    public override IReadOnlyList<(string What, string? Value)> Lines =>
        [("Titre", Title), ("Jour", French.Day(StartsOn)), ("Heure", StartsAt is { } time ? French.Hour(time) : ""), ("Lieu", Place)];

    [JsonIgnore]
    public override string Whole => $"{Body}{Deliberations}{Minutes}";

    public override Wording Cleaned() => this with { Title = Title.Trim(), Body = RichText.Clean(Body), Deliberations = RichText.Clean(Deliberations), Minutes = RichText.Clean(Minutes) };
}
