using System.ComponentModel.DataAnnotations;

namespace Saas.Modules.Requests;

/// <summary>How the commune keeps its requests, and when it is reminded of them.</summary>
internal sealed record RequestsSettings
{
    public const string Address = "/gestion/demandes/reglages";

    /// <summary>After closing, where the procedure says nothing of its own. What is erased is gone: rather long than short.</summary>
    [Display(Name = "Conservation des demandes closes, en mois")]
    public int RetentionMonths { get; init; } = 60;

    [Display(Name = "Conservation des indésirables, en jours")]
    public int UnwantedDays { get; init; } = 60;

    [Display(Name = "Rappel avant l’échéance, en jours")]
    public int ReminderDays { get; init; } = 7;
}
