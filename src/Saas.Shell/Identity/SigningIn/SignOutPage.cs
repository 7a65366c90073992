using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Saas.Shell.Web;

namespace Saas.Shell.Identity.SigningIn;

/// <summary>Ends the session of this browser. Shown by <c>_SignOutForm</c>.</summary>
public abstract class SignOutPage(StaffPlace place) : FormPage
{
    public StaffPlace Place => place;

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var next = await LeaveAsync(cancel);
        await HttpContext.SignOutAsync(StaffCookie.Scheme);
        return Redirect(next);
    }

    public override Task<IActionResult> ShowAsync(CancellationToken cancel) => Task.FromResult<IActionResult>(Page());

    /// <summary>What is to be done before the session ends, and where one goes.</summary>
    protected virtual Task<string> LeaveAsync(CancellationToken cancel) => Task.FromResult(place.SignIn);
}
