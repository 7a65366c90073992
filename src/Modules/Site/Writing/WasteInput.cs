using System.ComponentModel.DataAnnotations;
using Saas.Modules.Site.Model;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Writing;

internal sealed class WasteInput : ContentInput, IValidatableObject
{
    /// <summary>Beyond, the calendar will have changed.</summary>
    private const int MostYears = 3;

    /// <summary>Made of what is collected and where.</summary>
    public override string? Title { get; set; }

    [Required(ErrorMessage = "Choisissez ce qui est collecté.")]
    public Waste? Waste { get; set; }

    [StringLength(80, ErrorMessage = "Le quartier est trop long : 80 caractères au plus.")]
    public string? Place { get; set; }

    [Required(ErrorMessage = "Indiquez le premier jour de collecte.")]
    public DateOnly? StartsOn { get; set; }

    public Repetition Repeats { get; set; } = Repetition.Weekly;

    public DateOnly? RepeatsUntil { get; set; }

    [StringLength(WasteRound.LongestExceptions, ErrorMessage = "Il y a trop d’exceptions : partagez la collecte en deux périodes.")]
    public string? Exceptions { get; set; }

    [StringLength(NewsItem.LongestSummary, ErrorMessage = "La consigne est trop longue : 300 caractères au plus.")]
    public string? Summary { get; set; }

    public override string TitleField => nameof(Waste);

    public override string TitleWritten => Waste is { } waste ? string.Join(", ", new[] { waste.Title(), French.OneLine(Place) }.Where(part => part.Length > 0)) : "";

    public override Wording ToWording() => new WasteWording(
        TitleWritten,
        French.OneLine(Summary),
        French.OneLine(Place),
        Timing,
        new WasteFacts(Waste ?? default, string.Join('\n', Lines.Select(RoundChange.Parse).OfType<RoundChange>().DistinctBy(change => change.From).OrderBy(change => change.From).Select(change => change.InWords))));

    public override void Take(Content content)
    {
        base.Take(content);
        var round = (WasteRound)content;
        (Waste, Place, StartsOn, Repeats, RepeatsUntil) = (round.Facts.Waste, round.Place, round.StartsOn, round.Repeats, round.RepeatsUntil);
        (Exceptions, Summary) = (round.Facts.Exceptions, round.Summary);
    }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Repeats != Repetition.Never && (RepeatsUntil is null || RepeatsUntil < StartsOn || RepeatsUntil > StartsOn?.AddYears(MostYears)))
        {
            yield return new ValidationResult("Dites jusqu’à quel jour la collecte revient : après le premier, et dans les trois ans. La fin du calendrier de l’année convient.", [nameof(RepeatsUntil)]);
            yield break;
        }

        foreach (var line in Lines)
        {
            if (Refusal(line) is { } refusal)
            {
                yield return new ValidationResult(refusal, [nameof(Exceptions)]);
            }
        }
    }

    private EventTiming Timing => new(StartsOn ?? default, StartsAt: null, StartsOn ?? default, EndsAt: null, Repeats, Repeats == Repetition.Never ? null : RepeatsUntil);

    private string[] Lines => (Exceptions ?? "").ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private string? Refusal(string line) =>
        RoundChange.Parse(line) is not { } change ? $"« {line} » : écrivez « 25/12/2026 » pour un jour sans collecte, ou « 25/12/2026 → 26/12/2026 » pour un report."
        : StartsOn is not null && Timing.From(change.From, 1).FirstOrDefault() != change.From ? $"Le {French.Day(change.From)} n’est pas un jour de cette collecte."
        : change.To is { } to && Math.Abs(to.DayNumber - change.From.DayNumber) > WasteRound.LongestDelay ? $"Le report du {French.ShortDay(change.From)} est à plus de deux semaines : vérifiez la date."
        : null;
}
