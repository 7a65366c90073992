using Microsoft.AspNetCore.Mvc;
using Saas.Shell.Assistance;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Accounts.Assisting;

/// <summary>Takes the consent back: whoever is in goes out at their next request.</summary>
[Requires(AccountsPermissions.Assist)]
internal sealed class EndAssistance(AssistanceConsents consents) : FormPage
{
    /// <summary>The one that the button was about: a late click does not end the next one.</summary>
    [BindProperty]
    public Guid Consent { get; set; }

    public AssistanceConsent? Open { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        TempData.Say(await consents.EndAsync(Consent, cancel)
            ? "L’assistance est terminée : personne d’autre que votre équipe n’entre ici."
            : "Cette assistance était déjà terminée.");
        return LocalRedirect(AssistanceConsents.Page);
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Open = await consents.FindOpenAsync(cancel);
        return Page();
    }
}
