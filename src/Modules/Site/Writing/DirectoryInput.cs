using System.ComponentModel.DataAnnotations;
using Saas.Modules.Site.Model;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Writing;

internal sealed class DirectoryInput : ContentInput, IValidatableObject
{
    [Required(ErrorMessage = "Donnez le nom.")]
    [StringLength(DirectoryEntry.LongestTitle, ErrorMessage = "Le nom est trop long : 140 caractères au plus.")]
    public override string? Title { get; set; }

    [Required(ErrorMessage = "Choisissez une catégorie.")]
    public DirectoryCategory? Category { get; set; }

    [StringLength(NewsItem.LongestSummary, ErrorMessage = "La phrase est trop longue : 300 caractères au plus.")]
    public string? Summary { get; set; }

    [StringLength(DirectoryEntry.LongestLine, ErrorMessage = "L’adresse est trop longue : 200 caractères au plus.")]
    public string? Place { get; set; }

    public string? Telephone { get; set; }

    [EmailAddress(ErrorMessage = "Cette adresse e-mail n’est pas complète, par exemple contact@club.fr.")]
    [StringLength(DirectoryEntry.LongestLine, ErrorMessage = "L’adresse e-mail est trop longue.")]
    public string? Email { get; set; }

    [StringLength(500, ErrorMessage = "L’adresse du site est trop longue.")]
    public string? Website { get; set; }

    [StringLength(DirectoryEntry.LongestHours, ErrorMessage = "Les horaires sont trop longs : 1 000 caractères au plus.")]
    public string? Hours { get; set; }

    [StringLength(DirectoryEntry.LongestLine, ErrorMessage = "Le nom du contact est trop long : 200 caractères au plus.")]
    public string? Contact { get; set; }

    public override Wording ToWording() => new DirectoryWording(
        TitleWritten,
        French.OneLine(Summary),
        Body ?? "",
        Category ?? default,
        new DirectoryFacts(French.OneLine(Place), FrenchTelephone.Read(Telephone) ?? "", (Email ?? "").Trim(), Address(Website)?.AbsoluteUri ?? "", TypedLines.Of(Hours), French.OneLine(Contact)));

    public override void Take(Content content)
    {
        base.Take(content);
        var entry = (DirectoryEntry)content;
        (Summary, Category) = (entry.Summary, entry.Category);
        (Place, Telephone, Email, Website, Hours, Contact) = entry.Facts;
    }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!string.IsNullOrWhiteSpace(Telephone) && FrenchTelephone.Read(Telephone) is null)
        {
            yield return new ValidationResult("Un numéro de téléphone a dix chiffres, par exemple 04 65 71 00 10.", [nameof(Telephone)]);
        }

        if (!string.IsNullOrWhiteSpace(Website) && Address(Website) is null)
        {
            yield return new ValidationResult("Cette adresse de site n’est pas complète, par exemple https://club-de-claret.fr.", [nameof(Website)]);
        }
    }

    /// <summary>Who types « club.fr » means the site that answers there.</summary>
    private static Uri? Address(string? typed)
    {
        var address = (typed ?? "").Trim();
        return address.Length > 0
            && Uri.TryCreate(address.Contains("://", StringComparison.Ordinal) ? address : $"https://{address}", UriKind.Absolute, out var uri)
            && uri.Scheme is "https" or "http"
            && uri.Host.Contains('.', StringComparison.Ordinal)
                ? uri
                : null;
    }
}
