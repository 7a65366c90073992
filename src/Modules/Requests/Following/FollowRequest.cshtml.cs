using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Saas.Contracts.Requests;
using Saas.Contracts.Site;
using Saas.Modules.Requests.Model;
using Saas.Modules.Requests.Receiving;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Requests.Following;

/// <summary>A resident's request: the receipt right after filing, then what has happened. Without the code, only the question for it.</summary>
[Public]
[NeverKept]
[EnableRateLimiting(RateLimits.Follow)]
internal sealed class FollowRequest(SaasDbContext db, FollowAccess access, Receipts receipts, ICurrentTenant current, IAnswersAgain again) : FormPage
{
    [BindProperty(SupportsGet = true)]
    [FromRoute(Name = "reference")]
    public string Typed { get; set; } = "";

    [BindProperty]
    [Required(ErrorMessage = "Écrivez le code de suivi.")]
    public string? Code { get; set; }

    /// <summary>Null until the code was given.</summary>
    public Request? Filed { get; private set; }

    public Receipt Receipt { get; private set; } = null!;

    public IReadOnlyList<TimelineEntry> Timeline { get; private set; } = [];

    /// <summary>What the resident said of how it was dealt with, once it is closed.</summary>
    public Opinion? Opinion { get; private set; }

    public Guid NextMessageId { get; } = Guid.CreateVersion7();

    /// <summary>What the town hall asked for can be given on this site.</summary>
    public Completion? Awaited => again.Offered ? Filed?.Awaited : null;

    public bool JustFiled => Timeline is [{ Kind: EntryKind.Filed }];

    /// <summary>As it is repeated on the page that asks for the code: whatever was in the address, but short.</summary>
    public string ShownReference => Reference ?? (Typed.Length <= 20 ? Typed : Typed[..20] + "…");

    public string StateSentence => $"{current.Words.House} {What}";

    private string What => Filed switch
    {
        { Outcome: RequestOutcome.Accepted } => "a accepté votre demande.",
        { Outcome: RequestOutcome.Refused } => "a refusé votre demande.",
        { Outcome: RequestOutcome.NoFurtherAction } => "a classé votre demande.",
        { State: RequestState.ToComplete } => "attend des compléments de votre part.",
        { State: RequestState.InProgress } => "s’occupe de votre demande.",
        _ => "a votre demande et va la lire.",
    };

    public IReadOnlyList<FrameLink> Parents { get; } = [new("Suivre une demande", "/demandes")];

    private string? Reference => Codes.ReadReference(Typed);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        Reference is { } reference && reference != Typed
            ? Redirect(FollowAccess.PathOf(reference))
            : await ShowAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            return await ShowAsync(cancel);
        }

        var reference = Reference ?? "";
        var code = await db.Requests.Where(r => r.Reference == reference).Select(r => r.Code).SingleOrDefaultAsync(cancel);
        if (!Codes.IsRight(code, Code))
        {
            ModelState.AddModelError(nameof(Code), FindRequest.Refusal);
            return await ShowAsync(cancel);
        }

        access.Open(reference);
        return Redirect(FollowAccess.PathOf(reference));
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        var reference = Reference;
        if (access.Allows(reference)
            && await db.Requests.AsNoTracking().SingleOrDefaultAsync(r => r.Reference == reference, cancel) is { } filed)
        {
            Filed = filed;

            // Only a browser that gave the code sees this. What a search engine meets is the question for it, which stays unlisted.
            Response.Headers["X-Robots-Tag"] = "all";
            Receipt = await receipts.WriteAsync(filed, cancel);
            Opinion = filed.IsClosed ? await db.Opinions.AsNoTracking().SingleOrDefaultAsync(o => o.Id == filed.Id, cancel) : null;
            Timeline = await db.TimelineEntries.AsNoTracking()
                .Where(e => e.RequestId == filed.Id && e.VisibleToResident)
                .OrderBy(e => e.At).ThenBy(e => e.Id)
                .ToListAsync(cancel);
        }

        return Page();
    }
}
