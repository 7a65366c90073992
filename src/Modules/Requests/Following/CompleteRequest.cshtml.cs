using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Saas.Contracts.Requests;
using Saas.Modules.Requests.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Requests.Following;

/// <summary>Opens the answers that the town hall asked for, and no others, to the resident who gave the code.</summary>
[Public]
[NeverKept]
[EnableRateLimiting(RateLimits.Follow)]
internal sealed class CompleteRequest(SaasDbContext db, FollowAccess access, IAnswersAgain again) : FormPage
{
    [BindProperty(SupportsGet = true)]
    [FromRoute(Name = "reference")]
    public string Typed { get; set; } = "";

    public Request Subject { get; private set; } = null!;

    public Completion Asked { get; private set; } = null!;

    private string Reference => Codes.ReadReference(Typed) ?? "";

    private RedirectResult ToRequest => Redirect($"/demandes/{Uri.EscapeDataString(Typed)}");

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await LoadAsync(cancel) is { } elsewhere)
        {
            return elsewhere;
        }

        var wanted = new AnswersToGiveAgain(Subject.Id, Asked.Id, Subject.EditionId!.Value, Subject.Reference, Asked.Words, Asked.Until, Asked.Questions, Subject.Answers);
        if (await again.OpenAsync(wanted, cancel) is not { } page)
        {
            TempData.Say("Ces questions ne peuvent plus être posées en ligne : envoyez vos compléments par un message, ci-dessous.");
            return ToRequest;
        }

        Response.Headers.Location = page;
        return StatusCode(StatusCodes.Status303SeeOther);
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel) => await LoadAsync(cancel) ?? Page();

    /// <summary>Back to the request, which asks for the code or says where it stands; null when something is awaited.</summary>
    private async Task<IActionResult?> LoadAsync(CancellationToken cancel)
    {
        var reference = Reference;
        if (!access.Allows(reference) || await db.Requests.AsNoTracking().SingleOrDefaultAsync(r => r.Reference == reference, cancel) is not { } request)
        {
            return ToRequest;
        }

        if (request is not { Awaited: { } asked, EditionId: not null } || !again.Offered)
        {
            TempData.Say("Rien n’est plus attendu pour cette demande.");
            return ToRequest;
        }

        (Subject, Asked) = (request, asked);
        return null;
    }
}
