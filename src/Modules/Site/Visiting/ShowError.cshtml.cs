using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Saas.Contracts.Site;
using Saas.Shell.Identity;

namespace Saas.Modules.Site.Visiting;

/// <summary>What is shown in the place of a page that could not be. It stands without the database: without menu then, and without telephone.</summary>
[Public]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ShowError(IPublicFrame publicFrame, CurrentPerson person) : PageModel
{
    private const int MostWords = 6;

    /// <summary>Without a frame the bare layout is used, which reads nothing.</summary>
    public string Layout { get; private set; } = "_BareLayout";

    /// <summary>Assistance works in the back office: the site is for visitors.</summary>
    public string Home => person.IsAssistance ? "/gestion" : "/";

    public string? Telephone { get; private set; }

    public ErrorWords Words { get; private set; } = ErrorWords.Of(StatusCodes.Status404NotFound);

    public bool IsLost => Layout == "_Layout" && Response.StatusCode == StatusCodes.Status404NotFound;

    /// <summary>The words of the address that leads nowhere: most often what was looked for.</summary>
    public string LostWords { get; private set; } = "";

    public async Task OnGetAsync(int code, CancellationToken cancel)
    {
        Words = code == StatusCodes.Status403Forbidden && person.IsAssistance ? ErrorWords.OfAssistance : ErrorWords.Of(code);

        // Asked for by its own address, there was no error: the page itself does not exist.
        if (Response.StatusCode == StatusCodes.Status200OK)
        {
            Words = ErrorWords.Of(StatusCodes.Status404NotFound);
            Response.StatusCode = StatusCodes.Status404NotFound;
        }

        LostWords = WordsOf(HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? "");
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

    /// <summary>« salle des fetes » of <c>/vie-locale/salle_des-fetes.html</c>.</summary>
    private static string WordsOf(string path)
    {
        var last = Path.GetFileNameWithoutExtension(path.TrimEnd('/'));
        return string.Join(' ', last.Split(['-', '_', '+', ' '], StringSplitOptions.RemoveEmptyEntries).Where(word => word.All(char.IsLetter)).Take(MostWords));
    }
}
