using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Saas.Modules.Forms.Model;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Forms.Answering;

/// <summary>Where the mailed link leads. It acts on nothing by itself: scanners of mails follow links.</summary>
[Public]
[EnableRateLimiting(RateLimits.File)]
internal sealed class ResumeDraft(DraftShelf shelf) : FormPage
{
    public Draft? Draft { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancel)
    {
        if (await shelf.FindByLinkAsync(token, cancel) is not { } draft)
        {
            return await ShowAsync(cancel);
        }

        await shelf.TakeUpAsync(draft, cancel);
        Response.Headers.Location = $"/demarches/{draft.Form.Slug}";
        return StatusCode(StatusCodes.Status303SeeOther);
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Draft = await shelf.FindByLinkAsync((string)RouteData.Values["token"]!, cancel);
        return Page();
    }
}
