using Microsoft.AspNetCore.Mvc;
using Saas.Modules.Requests.Model;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Requests.Following;

/// <summary>Forgets, on this device, that the code was given.</summary>
[Public]
[NeverKept]
internal sealed class LeaveRequest(FollowAccess access) : FormPage
{
    [BindProperty(SupportsGet = true)]
    [FromRoute(Name = "reference")]
    public string Typed { get; set; } = "";

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    public IActionResult OnPost()
    {
        if (Codes.ReadReference(Typed) is { } reference)
        {
            access.Close(reference);
        }

        TempData.Say("L’accès est fermé sur cet appareil. Pour revoir la demande, il faudra sa référence et son code de suivi.");
        return Redirect("/demandes");
    }

    public override Task<IActionResult> ShowAsync(CancellationToken cancel) => Task.FromResult<IActionResult>(Page());
}
