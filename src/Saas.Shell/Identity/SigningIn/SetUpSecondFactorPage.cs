using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Saas.Shell.Web;

namespace Saas.Shell.Identity.SigningIn;

/// <summary>Binds a telephone to the account, then shows the recovery codes, once. Shown by <c>_SetUpSecondFactorForm</c>.</summary>
[EnableRateLimiting(RateLimits.SignIn)]
[NeverKept]
public abstract class SetUpSecondFactorPage(
    SecondFactor secondFactor,
    UserManager<Account> accounts,
    CurrentPerson person,
    IDataProtectionProvider protection,
    StaffPlace place) : FormPage
{
    private Account _account = null!;

    public StaffPlace Place => place;

    public bool Owed => person.OwesSecondFactor;

    public bool AlreadyEnabled => _account.TwoFactorEnabled;

    /// <summary>In groups of four, to be typed by hand.</summary>
    public string KeyToType => string.Join(' ', Key.Chunk(4).Select(group => new string(group)));

    public string KeyAddress => secondFactor.AddressOf(_account, Key);

    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    /// <summary>The key that is offered: kept in the form, and for this account only, until a code proves that the telephone has it.</summary>
    [BindProperty]
    public string? OfferedKey { get; set; }

    [BindProperty]
    [SecretField]
    [Required(ErrorMessage = "Saisissez le code à six chiffres affiché par votre téléphone.")]
    [StringLength(40, ErrorMessage = "Ce code est trop long.")]
    public string? Code { get; set; }

    private string Key { get; set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        return await ShowAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync();
        if (AlreadyEnabled)
        {
            return LocalRedirect(place.SetUpSecondFactor);
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync(cancel);
        }

        if (await secondFactor.EnableAsync(_account, Key, Code!, person.SessionId, cancel) is not { } codes)
        {
            ModelState.AddModelError(nameof(Code), "Ce code ne correspond pas. Attendez le suivant, et vérifiez que l’heure de votre téléphone est réglée automatiquement.");
            return await ShowAsync(cancel);
        }

        RecoveryCodes = codes;
        return Page();
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        await LoadAsync();
        return Page();
    }

    private async Task LoadAsync()
    {
        _account = (await accounts.FindByIdAsync(person.AccountId.ToString()))!;
        var protector = protection.CreateProtector("saas.offered-key", _account.Id.ToString("N"));
        try
        {
            Key = protector.Unprotect(OfferedKey ?? "");
        }
        catch (CryptographicException)
        {
            Key = secondFactor.NewKey();
            OfferedKey = protector.Protect(Key);
            ModelState.Remove(nameof(OfferedKey));
        }
    }
}
