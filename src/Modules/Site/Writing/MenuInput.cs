using System.ComponentModel.DataAnnotations;
using Saas.Modules.Site.Model;

namespace Saas.Modules.Site.Writing;

internal sealed class MenuInput : ContentInput, IValidatableObject
{
    private const string TooLong = "Le menu du jour est trop long : 600 caractères au plus.";

    /// <summary>Named after its week.</summary>
    public override string? Title { get; set; }

    /// <summary>Any day of it.</summary>
    [Required(ErrorMessage = "Indiquez un jour de la semaine, par exemple le lundi.")]
    public DateOnly? Week { get; set; }

    [StringLength(CanteenWeek.LongestDishes, ErrorMessage = TooLong)]
    public string? Monday { get; set; }

    [StringLength(CanteenWeek.LongestDishes, ErrorMessage = TooLong)]
    public string? Tuesday { get; set; }

    [StringLength(CanteenWeek.LongestDishes, ErrorMessage = TooLong)]
    public string? Wednesday { get; set; }

    [StringLength(CanteenWeek.LongestDishes, ErrorMessage = TooLong)]
    public string? Thursday { get; set; }

    [StringLength(CanteenWeek.LongestDishes, ErrorMessage = TooLong)]
    public string? Friday { get; set; }

    [StringLength(CanteenWeek.LongestAllergens, ErrorMessage = "Les allergènes sont trop longs : 600 caractères au plus.")]
    public string? Allergens { get; set; }

    public override string TitleField => nameof(Week);

    public override string TitleWritten => Week is { } day ? CanteenWeek.TitleOf(CanteenWeek.MondayOf(day)) : "";

    public override Wording ToWording() => new MenuWording(TitleWritten, CanteenWeek.MondayOf(Week ?? DateOnly.MaxValue), Facts);

    public override void Take(Content content)
    {
        base.Take(content);
        Week = ((CanteenWeek)content).StartsOn;
        (Monday, Tuesday, Wednesday, Thursday, Friday, Allergens) = ((CanteenWeek)content).Facts;
    }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Facts.Days.All(dishes => dishes.Length == 0))
        {
            yield return new ValidationResult("Écrivez au moins le menu d’un jour.", [nameof(Monday)]);
        }
    }

    private MenuFacts Facts => new(TypedLines.Of(Monday), TypedLines.Of(Tuesday), TypedLines.Of(Wednesday), TypedLines.Of(Thursday), TypedLines.Of(Friday), TypedLines.Of(Allergens));
}
