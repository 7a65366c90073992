using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Saas.Shell.Web;

namespace Saas.Shell.Identity.SigningIn;

/// <summary>Ten new recovery codes in place of the others, for whoever knows the password. Shown by <c>_RenewCodesForm</c>.</summary>
[EnableRateLimiting(RateLimits.SignIn)]
[NeverKept]
public abstract class RenewCodesPage(SecondFactor secondFactor, StaffSignIn staff, UserManager<Account> accounts, CurrentPerson person, StaffPlace place) : FormPage
{
    public StaffPlace Place => place;

    public int Left { get; private set; }

    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    [BindProperty]
    [SecretField]
    [Required(ErrorMessage = "Saisissez votre mot de passe.")]
    public string? Password { get; set; }

    public Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        return ShowAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var account = (await accounts.FindByIdAsync(person.AccountId.ToString()))!;
        if (!account.TwoFactorEnabled)
        {
            return LocalRedirect(place.SetUpSecondFactor);
        }

        if (ModelState.IsValid && !await staff.IsPasswordAsync(account, Password!))
        {
            ModelState.AddModelError(nameof(Password), StaffSignIn.WrongPassword);
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync(cancel);
        }

        RecoveryCodes = await secondFactor.RenewCodesAsync(account, cancel);
        return Page();
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        var account = (await accounts.FindByIdAsync(person.AccountId.ToString()))!;
        if (!account.TwoFactorEnabled)
        {
            return LocalRedirect(place.SetUpSecondFactor);
        }

        Left = await secondFactor.CountCodesAsync(account);
        return Page();
    }
}
