using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Saas.Shell.Web;

namespace Saas.Shell.Identity.SigningIn;

/// <summary>A new password for whoever knows the old one. Shown by <c>_ChangePasswordForm</c>.</summary>
[EnableRateLimiting(RateLimits.SignIn)]
public abstract class ChangePasswordPage(StaffSignIn staff, UserManager<Account> accounts, CurrentPerson person, StaffPlace place) : FormPage
{
    public StaffPlace Place => place;

    [BindProperty]
    [SecretField]
    [Required(ErrorMessage = "Saisissez votre mot de passe actuel.")]
    public string? Password { get; set; }

    [BindProperty]
    [SecretField]
    [Required(ErrorMessage = "Choisissez un mot de passe.")]
    [StringLength(200, MinimumLength = 12, ErrorMessage = "Choisissez un mot de passe d’au moins 12 caractères.")]
    public string? NewPassword { get; set; }

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var account = (await accounts.FindByIdAsync(person.AccountId.ToString()))!;
        if (ModelState.IsValid && !await staff.IsPasswordAsync(account, Password!))
        {
            ModelState.AddModelError(nameof(Password), StaffSignIn.WrongPassword);
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync(cancel);
        }

        await staff.ChangePasswordAsync(account, Password!, NewPassword!, person.SessionId, cancel);
        TempData.Say("Votre mot de passe est changé. Vos autres appareils sont déconnectés.");
        return LocalRedirect(place.MyAccount);
    }

    public override Task<IActionResult> ShowAsync(CancellationToken cancel) => Task.FromResult<IActionResult>(Page());
}
