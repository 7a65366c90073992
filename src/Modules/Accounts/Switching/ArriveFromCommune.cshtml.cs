using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Accounts.Switching;

/// <summary>Where the page between two communes sends its ticket. Opened by itself, it says what it says of every ticket it refuses.</summary>
[Public]
[NeverKept]
[SentByAnotherCommune]
[EnableRateLimiting(RateLimits.SignIn)]
internal sealed class ArriveFromCommune(CommuneSwitch communes) : PageModel
{
    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "billet")] string? ticket, CancellationToken cancel) =>
        await communes.RedeemAsync(HttpContext, ticket, cancel) ? LocalRedirect("/gestion") : Page();
}
