using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Saas.Shell.Web;

namespace Saas.Shell.Identity.SigningIn;

/// <summary>E-mail and password, in a commune or on the platform. Shown by <c>_SignInForm</c>.</summary>
[EnableRateLimiting(RateLimits.SignIn)]
public abstract class SignInPage(StaffSignIn staff, StaffPlace place) : FormPage
{
    public StaffPlace Place => place;

    /// <summary>Where the person was going.</summary>
    [BindProperty(Name = "retour", SupportsGet = true)]
    public string? ReturnAddress { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Saisissez votre adresse e-mail.")]
    public string? Email { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Saisissez votre mot de passe.")]
    public string? Password { get; set; }

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? Onward() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return await ShowAsync(cancel);
        }

        switch (await staff.TryAsync(HttpContext, Email!, Password!, cancel))
        {
            case SignInOutcome.SignedIn:
                return Onward();
            case SignInOutcome.AwaitsCode:
                return LocalRedirect(Url.IsLocalUrl(ReturnAddress) ? $"{place.SecondStep}?retour={Uri.EscapeDataString(ReturnAddress!)}" : place.SecondStep);
            default:
                ModelState.AddModelError("", "L’adresse e-mail ou le mot de passe ne convient pas. Après cinq essais, le compte attend quinze minutes.");
                return await ShowAsync(cancel);
        }
    }

    public override Task<IActionResult> ShowAsync(CancellationToken cancel) => Task.FromResult<IActionResult>(Page());

    private LocalRedirectResult Onward() => LocalRedirect(Url.IsLocalUrl(ReturnAddress) ? ReturnAddress! : place.Home);
}
