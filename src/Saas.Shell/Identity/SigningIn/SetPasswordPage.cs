using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Saas.Shell.Web;

namespace Saas.Shell.Identity.SigningIn;

/// <summary>Where the mailed link leads. Opening it does nothing: mail scanners follow links. Shown by <c>_SetPasswordForm</c>.</summary>
[EnableRateLimiting(RateLimits.SignIn)]
public abstract class SetPasswordPage(StaffSignIn staff, StaffPlace place) : FormPage
{
    public StaffPlace Place => place;

    [BindProperty(Name = "compte", SupportsGet = true)]
    public Guid AccountId { get; set; }

    [BindProperty(Name = "jeton", SupportsGet = true)]
    public string? Token { get; set; }

    [BindProperty]
    [SecretField]
    [Required(ErrorMessage = "Choisissez un mot de passe.")]
    [StringLength(200, MinimumLength = 12, ErrorMessage = "Choisissez un mot de passe d’au moins 12 caractères.")]
    public string? Password { get; set; }

    public bool LinkServes { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        return ShowAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return await ShowAsync(cancel);
        }

        if (await staff.SetPasswordAsync(AccountId, Token ?? "", Password!, cancel) is { } refusal)
        {
            ModelState.AddModelError(nameof(Password), refusal);
            return await ShowAsync(cancel);
        }

        TempData.Say("Votre mot de passe est changé. Connectez-vous.");
        return LocalRedirect(place.SignIn);
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        LinkServes = await staff.IsPasswordLinkAsync(AccountId, Token, cancel);
        return Page();
    }
}
