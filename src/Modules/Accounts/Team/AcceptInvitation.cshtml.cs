using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Saas.Shell.Identity;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Accounts.Team;

/// <summary>Where the mailed link leads. Opening it does nothing: mail scanners follow links.</summary>
[Public]
[NeverKept]
[EnableRateLimiting(RateLimits.SignIn)]
internal sealed class AcceptInvitation(Shell.Identity.Team team, ICurrentTenant current, StaffPlace place) : FormPage
{
    public string Commune => current.Tenant.Name;

    public Invitation? Invitation { get; private set; }

    /// <summary>Said to whoever holds the link that was sent to this address, and to nobody else.</summary>
    public bool HasAccount { get; private set; }

    [BindProperty(Name = "invitation", SupportsGet = true)]
    public Guid InvitationId { get; set; }

    [BindProperty(Name = "jeton", SupportsGet = true)]
    public string? Token { get; set; }

    [BindProperty]
    [StringLength(100, ErrorMessage = "Ce nom est trop long : 100 signes au plus.")]
    public string? Name { get; set; }

    [BindProperty]
    [SecretField]
    [Required(ErrorMessage = "Saisissez votre mot de passe.")]
    [StringLength(200, ErrorMessage = "Ce mot de passe est trop long : 200 signes au plus.")]
    public string? Password { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        var shown = await ShowAsync(cancel);
        Name = Invitation?.Name;
        return shown;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await ShowAsync(cancel);
        Check();
        if (!ModelState.IsValid || Invitation is null)
        {
            return Page();
        }

        switch (await team.AcceptAsync(HttpContext, InvitationId, Token, Name?.Trim() ?? "", Password!, cancel))
        {
            case AcceptOutcome.SignedIn:
                TempData.Say($"Bienvenue dans l’espace {current.Words.OfHouseNamed(Commune)}.");
                return LocalRedirect(place.Home);
            case AcceptOutcome.AwaitsCode:
                return LocalRedirect(place.SecondStep);
            case AcceptOutcome.WrongPassword:
                ModelState.AddModelError(nameof(Password), "Ce n’est pas le mot de passe de ce compte. Après cinq essais, le compte attend quinze minutes.");
                return Page();
            default:
                return await ShowAsync(cancel);
        }
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        (Invitation, HasAccount) = await team.FindInvitationAsync(InvitationId, Token, cancel) ?? (null!, false);
        return Page();
    }

    private void Check()
    {
        if (HasAccount)
        {
            ModelState.Remove(nameof(Name));
            return;
        }

        if (string.IsNullOrWhiteSpace(Name))
        {
            ModelState.AddModelError(nameof(Name), "Indiquez votre prénom et votre nom.");
        }

        if (Password is { Length: > 0 and < 12 })
        {
            ModelState.AddModelError(nameof(Password), "Choisissez un mot de passe d’au moins 12 caractères.");
        }
    }
}
