using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Saas.Shell.Web;

namespace Saas.Shell.Identity.SigningIn;

/// <summary>Another address for the account, once a link sent to it was followed. Shown by <c>_ChangeEmailForm</c>.</summary>
[EnableRateLimiting(RateLimits.SignIn)]
public abstract class ChangeEmailPage(StaffSignIn staff, UserManager<Account> accounts, CurrentPerson person, StaffPlace place) : FormPage
{
    public StaffPlace Place => place;

    [BindProperty]
    [Required(ErrorMessage = "Saisissez la nouvelle adresse.")]
    [EmailAddress(ErrorMessage = "Cette adresse e-mail n’est pas complète. Exemple : prenom.nom@mairie.fr")]
    [StringLength(200, ErrorMessage = "Cette adresse est trop longue.")]
    public string? NewEmail { get; set; }

    [BindProperty]
    [SecretField]
    [Required(ErrorMessage = "Saisissez votre mot de passe.")]
    public string? Password { get; set; }

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

        var email = NewEmail!.Trim();
        await staff.OfferNewEmailAsync(
            account,
            email,
            token => $"{Request.Scheme}://{Request.Host}{place.ConfirmEmail}?compte={account.Id}&adresse={Uri.EscapeDataString(email)}&jeton={Uri.EscapeDataString(token)}",
            cancel);
        TempData.Say($"Un lien vient de partir à {email}. L’adresse changera quand vous l’aurez suivi ; d’ici là, rien ne change.");
        return LocalRedirect(place.MyAccount);
    }

    public override Task<IActionResult> ShowAsync(CancellationToken cancel) => Task.FromResult<IActionResult>(Page());
}
