using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Saas.Shell.Web;

namespace Saas.Shell.Identity.SigningIn;

/// <summary>Asks for a link by mail. The answer is the same whoever asks. Shown by <c>_ForgetPasswordForm</c>.</summary>
[EnableRateLimiting(RateLimits.SignIn)]
public abstract class ForgetPasswordPage(StaffSignIn staff, StaffPlace place) : FormPage
{
    public StaffPlace Place => place;

    public bool Asked { get; private set; }

    [BindProperty]
    [Required(ErrorMessage = "Saisissez votre adresse e-mail.")]
    [EmailAddress(ErrorMessage = "Cette adresse e-mail n’est pas complète. Exemple : prenom.nom@mairie.fr")]
    public string? Email { get; set; }

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return await ShowAsync(cancel);
        }

        await staff.OfferNewPasswordAsync(
            Email!,
            (account, token) => $"{Request.Scheme}://{Request.Host}{place.SetPassword}?compte={account.Id}&jeton={Uri.EscapeDataString(token)}",
            cancel);
        Asked = true;
        return Page();
    }

    public override Task<IActionResult> ShowAsync(CancellationToken cancel) => Task.FromResult<IActionResult>(Page());
}
