using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Platform.SigningIn;

[OnPlatform]
[Public]
internal sealed class SignOut : FormPage
{
    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync()
    {
        await HttpContext.SignOutAsync(StaffCookie.Scheme);
        return LocalRedirect("/console/connexion");
    }

    public override Task<IActionResult> ShowAsync(CancellationToken cancel) => Task.FromResult<IActionResult>(Page());
}
