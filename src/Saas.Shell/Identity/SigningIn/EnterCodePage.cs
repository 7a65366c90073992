using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Saas.Shell.Web;

namespace Saas.Shell.Identity.SigningIn;

/// <summary>The second step: a code of the telephone, or one of the paper. Shown by <c>_EnterCodeForm</c>.</summary>
[EnableRateLimiting(RateLimits.SignIn)]
public abstract class EnterCodePage(StaffSignIn staff, StaffPlace place, KeptPosts kept) : FormPage
{
    public StaffPlace Place => place;

    /// <summary>Where the person was going.</summary>
    [BindProperty(Name = "retour", SupportsGet = true)]
    public string? ReturnAddress { get; set; }

    [BindProperty]
    [SecretField]
    [Required(ErrorMessage = "Saisissez le code affiché par votre téléphone.")]
    [StringLength(40, ErrorMessage = "Ce code est trop long.")]
    public string? Code { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        return await ShowAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return await ShowAsync(cancel);
        }

        switch (await staff.TryCodeAsync(HttpContext, Code!, cancel))
        {
            case SignInOutcome.SignedIn:
                return LocalRedirect(Url.IsLocalUrl(ReturnAddress) ? ReturnAddress! : await kept.WaitingAddressAsync(HttpContext, cancel) ?? place.Home);
            case SignInOutcome.Gone:
                return StartAgain();
            default:
                ModelState.AddModelError(nameof(Code), "Ce code ne convient pas. Attendez le suivant : chaque code sert une fois. Après cinq essais, le compte attend quinze minutes.");
                return await ShowAsync(cancel);
        }
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel) =>
        await staff.AwaitsCodeAsync(HttpContext, cancel) ? Page() : StartAgain();

    private LocalRedirectResult StartAgain()
    {
        TempData.Say("Commencez par votre adresse et votre mot de passe.");
        return LocalRedirect(place.SignIn);
    }
}
