using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Saas.Shell.Web;

namespace Saas.Shell.Identity.SigningIn;

/// <summary>Ends the session of this browser. Shown by <c>_SignOutForm</c>.</summary>
public abstract class SignOutPage(StaffPlace place) : FormPage
{
    public StaffPlace Place => place;

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync()
    {
        await HttpContext.SignOutAsync(StaffCookie.Scheme);
        return LocalRedirect(place.SignIn);
    }

    public override Task<IActionResult> ShowAsync(CancellationToken cancel) => Task.FromResult<IActionResult>(Page());
}
