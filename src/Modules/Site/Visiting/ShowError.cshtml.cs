using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Saas.Contracts.Site;
using Saas.Shell.Identity;

namespace Saas.Modules.Site.Visiting;

/// <summary>What is shown in the place of a page that could not be. It stands without the database: without menu then, and without telephone.</summary>
[Public]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ShowError(IPublicFrame publicFrame) : PageModel
{
    /// <summary>Without a frame the bare layout is used, which reads nothing.</summary>
    public string Layout { get; private set; } = "_BareLayout";

    public string? Telephone { get; private set; }

    public ErrorWords Words { get; private set; } = ErrorWords.Of(StatusCodes.Status404NotFound);

    public async Task OnGetAsync(int code, CancellationToken cancel)
    {
        Words = ErrorWords.Of(code);

        // Asked for by its own address, there was no error: the page itself does not exist.
        if (Response.StatusCode == StatusCodes.Status200OK)
        {
            Words = ErrorWords.Of(StatusCodes.Status404NotFound);
            Response.StatusCode = StatusCodes.Status404NotFound;
        }

        try
        {
            Telephone = (await publicFrame.ReadAsync(cancel)).TownHall.Telephone;
            Layout = "_Layout";
        }
        catch (Exception broken) when (broken is not OperationCanceledException)
        {
            // The error itself is logged where it happened; this page is about telling the visitor.
        }
    }
}
