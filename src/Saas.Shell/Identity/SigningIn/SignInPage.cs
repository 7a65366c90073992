using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Saas.Shell.Web;

namespace Saas.Shell.Identity.SigningIn;

/// <summary>E-mail and password, in a commune or on the platform. Shown by <c>_SignInForm</c>.</summary>
[EnableRateLimiting(RateLimits.SignIn)]
public abstract class SignInPage(StaffSignIn staff, StaffPlace place, KeptPosts kept) : FormPage
{
    public StaffPlace Place => place;

    /// <summary>Where the person was going.</summary>
    [BindProperty(Name = "retour", SupportsGet = true)]
    public string? ReturnAddress { get; set; }

    /// <summary>What became of the form that led here.</summary>
    [BindProperty(Name = SentTooLate.Parameter, SupportsGet = true)]
    public string? Sent { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Saisissez votre adresse e-mail.")]
    public string? Email { get; set; }

    [BindProperty]
    [SecretField]
    [Required(ErrorMessage = "Saisissez votre mot de passe.")]
    public string? Password { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => User.Identity?.IsAuthenticated == true ? await OnwardAsync(cancel) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return await ShowAsync(cancel);
        }

        switch (await staff.TryAsync(HttpContext, Email!, Password!, cancel))
        {
            case SignInOutcome.SignedIn:
                return await OnwardAsync(cancel);
            case SignInOutcome.AwaitsCode:
                return LocalRedirect(Url.IsLocalUrl(ReturnAddress) ? $"{place.SecondStep}?retour={Uri.EscapeDataString(ReturnAddress!)}" : place.SecondStep);
            default:
                ModelState.AddModelError("", "L’adresse e-mail ou le mot de passe ne convient pas. Après cinq essais, le compte attend quinze minutes.");
                return await ShowAsync(cancel);
        }
    }

    public override Task<IActionResult> ShowAsync(CancellationToken cancel) => Task.FromResult<IActionResult>(Page());

    private async Task<LocalRedirectResult> OnwardAsync(CancellationToken cancel) =>
        LocalRedirect(Url.IsLocalUrl(ReturnAddress) ? ReturnAddress! : await kept.WaitingAddressAsync(HttpContext, cancel) ?? place.Home);
}
