using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Saas.Shell.Web;

namespace Saas.Shell.Identity.SigningIn;

/// <summary>Where the link sent to the new address leads. Opening it does nothing: mail scanners follow links. Shown by <c>_ConfirmEmailForm</c>.</summary>
[EnableRateLimiting(RateLimits.SignIn)]
public abstract class ConfirmEmailPage(StaffSignIn staff, StaffPlace place) : FormPage
{
    public StaffPlace Place => place;

    [BindProperty(Name = "compte", SupportsGet = true)]
    public Guid AccountId { get; set; }

    [BindProperty(Name = "adresse", SupportsGet = true)]
    public string? Email { get; set; }

    [BindProperty(Name = "jeton", SupportsGet = true)]
    public string? Token { get; set; }

    public bool LinkServes { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        return ShowAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await staff.SetEmailAsync(AccountId, Email ?? "", Token ?? "", cancel))
        {
            return await ShowAsync(cancel);
        }

        TempData.Say($"Votre adresse est maintenant {Email}. C’est avec elle que vous vous connectez.");
        return LocalRedirect(User.Identity?.IsAuthenticated == true ? place.MyAccount : place.SignIn);
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        LinkServes = await staff.IsEmailLinkAsync(AccountId, Email, Token, cancel);
        return Page();
    }
}
