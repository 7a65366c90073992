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
[JsonDerivedType(typeof(MenuWording), "menu")]
[JsonDerivedType(typeof(WasteWording), "waste")]
[JsonDerivedType(typeof(WorksWording), "works")]
internal abstract record Wording(string Title, string Summary, string Body)
{
    /// <summary>A picture of the library; null for none.</summary>
    public Guid? Picture { get; init; }

    /// <summary>What is said besides the text, line by line, with the name each line has on screen.</summary>
    [JsonIgnore]
    public virtual IReadOnlyList<(string What, string? Value)> Lines => [("Titre", Title), ("Résumé", Summary)];

    /// <summary>All that it says at length, as one text of markup.</summary>
    [JsonIgnore]
    public virtual string Whole => Body;

    public virtual Wording Cleaned() => this with { Title = Title.Trim(), Body = RichText.Clean(Body, withPictures: true) };
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

    public override Wording Cleaned() => this with { Title = Title.Trim(), Body = RichText.Clean(Body, withPictures: true), Deliberations = RichText.Clean(Deliberations), Minutes = RichText.Clean(Minutes) };
}

internal sealed record MenuWording(string Title, DateOnly Monday, MenuFacts Facts) : Wording(Title, "", "")
{
    [JsonIgnore]
    public override IReadOnlyList<(string What, string? Value)> Lines =>
        [("Semaine", Title), ("Lundi", Facts.Monday), ("Mardi", Facts.Tuesday), ("Mercredi", Facts.Wednesday), ("Jeudi", Facts.Thursday), ("Vendredi", Facts.Friday), ("Allergènes", Facts.Allergens)];
}

/// <param name="Summary">What to know before putting the bin out.</param>
internal sealed record WasteWording(string Title, string Summary, string Place, EventTiming Timing, WasteFacts Facts) : Wording(Title, Summary, "")
{
    [JsonIgnore]
    public override IReadOnlyList<(string What, string? Value)> Lines =>
        [("Déchets", Facts.Waste.Title()), ("Quartier", Place), ("Jours", Timing.RepetitionInWords ?? Timing.InWords()), ("Premier jour", French.Day(Timing.StartsOn)), ("Exceptions", Facts.Exceptions), ("Consigne", Summary)];
}

internal sealed record WorksWording(string Title, string Body, string Place, DateOnly StartsOn, DateOnly EndsOn, WorksFacts Facts) : Wording(Title, "", Body)
{
    [JsonIgnore]
    public override IReadOnlyList<(string What, string? Value)> Lines =>
    [
        ("Titre", Title), ("Lieu", Place), ("Du", French.Day(StartsOn)), ("Au", French.Day(EndsOn)), ("Gêne", Facts.Nature.Title()),
        ("Déviation", Facts.Detour), ("Contact", Facts.Contact),
    ];
}
