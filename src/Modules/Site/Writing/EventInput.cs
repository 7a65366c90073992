using System.ComponentModel.DataAnnotations;
using Saas.Modules.Site.Model;

namespace Saas.Modules.Site.Writing;

internal sealed class EventInput : ContentInput, IValidatableObject
{
    /// <summary>Beyond, it is another programme.</summary>
    private const int MostYears = 3;

    [Required(ErrorMessage = "Donnez un titre à l’événement.")]
    [StringLength(Event.LongestTitle, ErrorMessage = "Le titre est trop long : 140 caractères au plus.")]
    public override string? Title { get; set; }

    [StringLength(NewsItem.LongestSummary, ErrorMessage = "Le résumé est trop long : 300 caractères au plus.")]
    public string? Summary { get; set; }

    [StringLength(Event.LongestPlace, ErrorMessage = "Le lieu est trop long : 140 caractères au plus.")]
    public string? Place { get; set; }

    public EventCategory Category { get; set; } = EventCategory.Culture;

    [Required(ErrorMessage = "Indiquez le jour.")]
    public DateOnly? StartsOn { get; set; }

    public TimeOnly? StartsAt { get; set; }

    public DateOnly? EndsOn { get; set; }

    public TimeOnly? EndsAt { get; set; }

    public Repetition Repeats { get; set; }

    public DateOnly? RepeatsUntil { get; set; }

    public override Wording ToWording() => new EventWording(
        TitleWritten,
        (Summary ?? "").Trim(),
        Body ?? "",
        (Place ?? "").Trim(),
        Category,
        new EventTiming(StartsOn ?? default, StartsAt, EndsOn ?? StartsOn ?? default, EndsAt, Repeats, Repeats == Repetition.Never ? null : RepeatsUntil))
    { Picture = Picture };

    public override void Take(Content content)
    {
        base.Take(content);
        var happening = (Event)content;
        (Summary, Place, Category) = (happening.Summary, happening.Place, happening.Category);
        (StartsOn, StartsAt, EndsAt) = (happening.StartsOn, happening.StartsAt, happening.EndsAt);
        EndsOn = happening.EndsOn == happening.StartsOn ? null : happening.EndsOn;
        (Repeats, RepeatsUntil) = (happening.Repeats, happening.RepeatsUntil);
    }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (EndsOn < StartsOn)
        {
            yield return new ValidationResult("Le dernier jour vient avant le premier.", [nameof(EndsOn)]);
        }

        if (EndsAt is not null && StartsAt is null)
        {
            yield return new ValidationResult("Indiquez aussi l’heure du début.", [nameof(StartsAt)]);
        }

        if ((EndsOn ?? StartsOn) == StartsOn && EndsAt <= StartsAt)
        {
            yield return new ValidationResult("La fin vient avant le début. Pour finir après minuit, indiquez le dernier jour.", [nameof(EndsAt)]);
        }

        if (Repeats != Repetition.Never && (RepeatsUntil is null || RepeatsUntil < StartsOn || RepeatsUntil > StartsOn?.AddYears(MostYears)))
        {
            yield return new ValidationResult("Dites jusqu’à quel jour l’événement revient : après le premier, et dans les trois ans.", [nameof(RepeatsUntil)]);
        }
    }
}
