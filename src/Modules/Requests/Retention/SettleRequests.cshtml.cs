using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Saas.Shell.Identity;
using Saas.Shell.Settings;
using Saas.Shell.Web;

namespace Saas.Modules.Requests.Retention;

/// <summary>How long requests are kept, and how long before its due date one is reminded of.</summary>
[Requires(RequestsPermissions.Settle)]
internal sealed class SettleRequests(ITenantSettings settings) : FormPage
{
    private const int LongestReminder = 60;

    [BindProperty]
    [Required(ErrorMessage = "Indiquez un nombre de mois.")]
    [Range(1, RetentionRule.MostMonths, ErrorMessage = "De 1 à 1 200 mois.")]
    public int? RetentionMonths { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Indiquez un nombre de jours.")]
    [Range(RetentionRule.FewestDays, RetentionRule.MostUnwantedDays, ErrorMessage = "De 30 à 365 jours.")]
    public int? UnwantedDays { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Indiquez un nombre de jours.")]
    [Range(1, LongestReminder, ErrorMessage = "De 1 à 60 jours.")]
    public int? ReminderDays { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var stored = await settings.GetAsync<RequestsSettings>(cancel);
        (RetentionMonths, UnwantedDays, ReminderDays) = (stored.RetentionMonths, stored.UnwantedDays, stored.ReminderDays);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return await ShowAsync(cancel);
        }

        await settings.ChangeAsync<RequestsSettings>(
            stored => stored with { RetentionMonths = RetentionMonths!.Value, UnwantedDays = UnwantedDays!.Value, ReminderDays = ReminderDays!.Value },
            cancel);
        TempData.Say("C’est enregistré. Rien n’est effacé sans avoir paru trente jours parmi les demandes bientôt effacées.");
        return LocalRedirect(RequestsSettings.Address);
    }

    public override Task<IActionResult> ShowAsync(CancellationToken cancel) => Task.FromResult<IActionResult>(Page());
}
