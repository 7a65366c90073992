using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Platform.LostFactors;

/// <summary>Gives a colleague's access back. Nobody does it for themselves: a stolen session must not do without the second factor.</summary>
[OnPlatform]
[Requires(PlatformPermissions.Operate)]
[EnableRateLimiting(RateLimits.SignIn)]
internal sealed class RestoreOperator(LostSecondFactors factors, StaffSignIn staff, UserManager<Account> accounts, CurrentPerson person) : FormPage
{
    [BindProperty(Name = "id", SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    [SecretField]
    [Required(ErrorMessage = "Saisissez votre mot de passe.")]
    public string? Password { get; set; }

    public Account Colleague { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        return ShowAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        if (ModelState.IsValid && !await staff.IsPasswordAsync((await accounts.FindByIdAsync(person.AccountId.ToString()))!, Password!))
        {
            ModelState.AddModelError(nameof(Password), StaffSignIn.WrongPassword);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        await factors.RestoreOperatorAsync(Colleague, cancel);
        TempData.Say($"L’accès est rendu à {Colleague.DisplayName}, qui est prévenu par courriel.");
        return LocalRedirect("/console/operateurs");
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel) => await LoadAsync() ? Page() : NotFound();

    /// <summary>An account of a commune, one's own, and one without a second factor are not to be restored here.</summary>
    private async Task<bool> LoadAsync()
    {
        var account = await accounts.FindByIdAsync(Id.ToString());
        Colleague = account!;
        return account is { IsOperator: true, TwoFactorEnabled: true } && account.Id != person.AccountId;
    }
}
