using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Saas.Shell.Announcements;
using Saas.Shell.Web;

namespace Saas.Modules.Platform.Announcing;

/// <summary>An announcement as the operator types it, in the operator's own time.</summary>
internal sealed class AnnouncementInput
{
    /// <summary>Made when the page is shown: a double click makes one announcement.</summary>
    public Guid Id { get; set; }

    [Required(ErrorMessage = "Écrivez le texte de l’annonce.")]
    public string? Text { get; set; }

    public AnnouncementLevel Level { get; set; }

    /// <summary>Empty: at once.</summary>
    public DateTime? From { get; set; }

    [Required(ErrorMessage = "Dites jusqu’à quand l’annonce est affichée.")]
    public DateTime? Until { get; set; }

    public string Written => (Text ?? "").ReplaceLineEndings("\n").Trim();

    public void Take(Announcement stored, CommuneClock clock) =>
        (Text, Level, From, Until) = (stored.Text, stored.Level, clock.ToLocal(stored.StartsAt), clock.ToLocal(stored.EndsAt));

    /// <summary>What the form's own marks do not say.</summary>
    public void Check(ModelStateDictionary errors, DateTimeOffset from, CommuneClock clock)
    {
        if (Written.Length > Announcement.LongestText)
        {
            errors.AddModelError("Input.Text", $"Ce texte est trop long : {Announcement.LongestText} caractères au plus.");
        }

        if (!Enum.IsDefined(Level))
        {
            errors.AddModelError("Input.Level", "Choisissez un niveau.");
        }

        if (Until is { } until && (clock.ToInstant(until) <= from || clock.ToInstant(until) <= clock.Now))
        {
            errors.AddModelError("Input.Until", "La fin doit venir après le début, et après maintenant.");
        }
    }
}
