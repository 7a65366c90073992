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

    private string Reference => Codes.ReadReference(Typed) ?? "";

    public IActionResult OnGet() => Redirect($"/demandes/{Uri.EscapeDataString(Typed)}");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var reference = Reference;
        if (!access.Allows(reference))
        {
            return OnGet();
        }

        var request = await db.Requests.AsNoTracking().SingleAsync(r => r.Reference == reference, cancel);
        if (request is not { Awaited: { } asked, EditionId: { } edition })
        {
            TempData.Say("Rien n’est plus attendu pour cette demande.");
            return OnGet();
        }

        var wanted = new AnswersToGiveAgain(request.Id, asked.Id, edition, request.Reference, asked.Words, asked.Until, asked.Questions, request.Answers);
        if (await again.OpenAsync(wanted, cancel) is not { } page)
        {
            TempData.Say("Ces questions ne peuvent plus être posées en ligne : envoyez vos compléments par un message, ci-dessous.");
            return OnGet();
        }

        Response.Headers.Location = page;
        return StatusCode(StatusCodes.Status303SeeOther);
    }

    public override Task<IActionResult> ShowAsync(CancellationToken cancel) => Task.FromResult(OnGet());
}
