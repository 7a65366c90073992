using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Accounts.Switching;

/// <summary>
/// Where a ticket leads. The one page that acts when opened: it is reached from the other commune's answer, never from a mail, and a
/// ticket opened twice is void.
/// </summary>
[Public]
[NeverKept]
[EnableRateLimiting(RateLimits.SignIn)]
internal sealed class ArriveFromCommune(CommuneSwitch communes) : PageModel
{
    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "billet")] string? ticket, CancellationToken cancel) =>
        await communes.RedeemAsync(HttpContext, ticket, cancel) ? LocalRedirect("/gestion") : Page();
}
