using System.Text.Json.Serialization;
using Saas.Shell.Provisioning;
using Saas.Shell.Tenancy;

namespace Saas.Modules.Site.Model;

/// <summary>Someone or some place that residents look for: an association, a shop, a doctor, a hall.</summary>
internal sealed class DirectoryEntry(Guid id, string slug) : Content(id, slug)
{
    public const int LongestTitle = 140;

    public const int LongestLine = 200;

    /// <summary>A week of opening hours with a remark or two.</summary>
    public const int LongestHours = 1_000;

    public DirectoryCategory Category { get; private set; }

    public DirectoryFacts Facts { get; private set; } = DirectoryFacts.None;

    public override ContentKind Kind => ContentKind.Directory;

    public override string Gist(TenantWords words) => Category.Title();

    public override Wording Wording => new DirectoryWording(Title, Summary, Body, Category, Facts);

    /// <summary>A name in its category says enough.</summary>
    public override bool IsEmpty => false;

    protected override void Take(Wording wording) => (Category, Facts) = (((DirectoryWording)wording).Category, ((DirectoryWording)wording).Facts);
}

/// <summary>How to reach someone; empty where it is not said.</summary>
/// <param name="Place">A postal address in one line.</param>
/// <param name="Hours">Line by line, as it is typed.</param>
/// <param name="Contact">Whom to ask for.</param>
internal sealed record DirectoryFacts(string Place, string Telephone, string Email, string Website, string Hours, string Contact)
{
    public static readonly DirectoryFacts None = new("", "", "", "", "", "");

    /// <summary>Somewhere else: only a link leads there, the page asks nothing of it.</summary>
    [JsonIgnore]
    public string RouteAddress => $"https://www.openstreetmap.org/directions?to={Uri.EscapeDataString(Place)}";

    /// <summary>« club-de-claret.fr »: what people read of an address.</summary>
    [JsonIgnore]
    public string WebsiteInWords => Uri.TryCreate(Website, UriKind.Absolute, out var uri) ? (uri.Host.StartsWith("www.", StringComparison.Ordinal) ? uri.Host[4..] : uri.Host) : Website;
}

/// <summary>In the order of the screens. Stored by name.</summary>
internal enum DirectoryCategory
{
    Association,
    Shop,
    Health,
    Place,
    PublicOffice,
}

internal static class DirectoryCategories
{
    public static IReadOnlyList<DirectoryCategory> All { get; } = Enum.GetValues<DirectoryCategory>();

    public static string Title(this DirectoryCategory category) => category switch
    {
        DirectoryCategory.Association => "Associations",
        DirectoryCategory.Shop => "Commerces et artisans",
        DirectoryCategory.Health => "Santé",
        DirectoryCategory.Place => "Équipements et lieux",
        _ => "Services publics",
    };

    /// <summary>A symbol of icons.svg.</summary>
    public static string Icon(this DirectoryCategory category) => category switch
    {
        DirectoryCategory.Association => "people",
        DirectoryCategory.Shop => "shop",
        DirectoryCategory.Health => "heart",
        DirectoryCategory.Place => "geo-alt",
        _ => "bank",
    };

    /// <summary>What search engines call it (schema.org).</summary>
    public static string SchemaType(this DirectoryCategory category) => category switch
    {
        DirectoryCategory.Association => "https://schema.org/Organization",
        DirectoryCategory.Shop => "https://schema.org/LocalBusiness",
        DirectoryCategory.Health => "https://schema.org/MedicalBusiness",
        DirectoryCategory.Place => "https://schema.org/CivicStructure",
        _ => "https://schema.org/GovernmentOffice",
    };

    /// <summary>In addresses.</summary>
    public static string Slug(this DirectoryCategory category) => Slugs.Of(category.Title());

    public static DirectoryCategory? Find(string? slug) => All.Cast<DirectoryCategory?>().FirstOrDefault(category => category!.Value.Slug() == slug);
}
