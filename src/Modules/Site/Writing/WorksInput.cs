using System.ComponentModel.DataAnnotations;
using Saas.Modules.Site.Model;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Writing;

internal sealed class WorksInput : ContentInput, IValidatableObject
{
    [Required(ErrorMessage = "Donnez un titre au chantier.")]
    [StringLength(RoadWorks.LongestTitle, ErrorMessage = "Le titre est trop long : 140 caractères au plus.")]
    public override string? Title { get; set; }

    [Required(ErrorMessage = "Dites où.")]
    [StringLength(Event.LongestPlace, ErrorMessage = "Le lieu est trop long : 140 caractères au plus.")]
    public string? Place { get; set; }

    [Required(ErrorMessage = "Indiquez le premier jour.")]
    public DateOnly? StartsOn { get; set; }

    [Required(ErrorMessage = "Indiquez le dernier jour, même approximatif : vous pourrez le repousser.")]
    public DateOnly? EndsOn { get; set; }

    public WorksNature Nature { get; set; }

    [StringLength(RoadWorks.LongestDetour, ErrorMessage = "La déviation est trop longue : 600 caractères au plus.")]
    public string? Detour { get; set; }

    [StringLength(RoadWorks.LongestContact, ErrorMessage = "Le contact est trop long : 200 caractères au plus.")]
    public string? Contact { get; set; }

    public override Wording ToWording() => new WorksWording(
        TitleWritten,
        Body ?? "",
        French.OneLine(Place),
        StartsOn ?? default,
        EndsOn ?? default,
        new WorksFacts(Nature, TypedLines.Of(Detour), French.OneLine(Contact)));

    public override void Take(Content content)
    {
        base.Take(content);
        var works = (RoadWorks)content;
        (Place, StartsOn, EndsOn) = (works.Place, works.StartsOn, works.EndsOn);
        (Nature, Detour, Contact) = works.Facts;
    }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (EndsOn < StartsOn)
        {
            yield return new ValidationResult("Le dernier jour vient avant le premier.", [nameof(EndsOn)]);
        }
    }
}
