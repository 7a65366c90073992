using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Requests.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Requests.Following;

/// <summary>What the resident thinks of how a closed request was dealt with. If their access has ended meanwhile, it is kept and the code asked again.</summary>
[Public]
[NeverKept]
[EnableRateLimiting(RateLimits.Follow)]
internal sealed class GiveOpinion(SaasDbContext db, FollowAccess access, ICurrentTenant current, TimeProvider clock) : FormPage
{
    [BindProperty(SupportsGet = true)]
    [FromRoute(Name = "reference")]
    public string Typed { get; set; } = "";

    [BindProperty]
    [Required(ErrorMessage = "Choisissez une réponse.")]
    [Range(Opinion.Worst, Opinion.Best, ErrorMessage = "Choisissez une réponse.")]
    public int? Score { get; set; }

    [BindProperty]
    [StringLength(Opinion.LongestWords, ErrorMessage = "Votre texte est trop long : 1 000 signes au plus.")]
    public string? Words { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    public bool AsksForCode => !access.Allows(Reference);

    private string Reference => Codes.ReadReference(Typed) ?? "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        access.Allows(Reference) ? await ShowAsync(cancel) : Redirect($"/demandes/{Uri.EscapeDataString(Typed)}");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var reference = Reference;
        var known = await db.Requests.AsNoTracking()
            .Where(request => request.Reference == reference)
            .Select(request => new { request.Id, request.Code, Closed = request.State == RequestState.Closed && request.QuarantinedAt == null })
            .SingleOrDefaultAsync(cancel);
        if (!access.Allows(reference) || known is null)
        {
            if (Codes.IsRight(known?.Code, Code))
            {
                access.Open(reference);
            }
            else
            {
                ModelState.AddModelError(nameof(Code), Code is null ? "Donnez à nouveau le code de suivi : votre accès avait pris fin. Votre avis est conservé." : FindRequest.Refusal);
            }
        }

        if (ModelState.IsValid && !known!.Closed)
        {
            ModelState.AddModelError("", $"Cette demande n’est plus close : {current.Words.House} s’en occupe à nouveau. Vous donnerez votre avis quand elle aura répondu.");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync(cancel);
        }

        await SaveAsync(known!.Id, cancel);
        TempData.Say("Merci, votre avis est enregistré. Vous pouvez encore le changer.");
        return Redirect(FollowAccess.PathOf(reference));
    }

    public override Task<IActionResult> ShowAsync(CancellationToken cancel) => Task.FromResult<IActionResult>(Page());

    /// <summary>The last of two clicks counts, whichever of them is first.</summary>
    private async Task SaveAsync(Guid request, CancellationToken cancel)
    {
        for (var again = true; again;)
        {
            db.ChangeTracker.Clear();
            var opinion = await db.Opinions.SingleOrDefaultAsync(given => given.Id == request, cancel) ?? db.Add(new Opinion(request)).Entity;
            opinion.Say(Score!.Value, Words?.Trim() ?? "", clock.GetUtcNow());
            try
            {
                await db.SaveChangesAsync(cancel);
                again = false;
            }
            catch (DbUpdateException conflict) when (conflict.IsDuplicate())
            {
                // The other click was first: change what it said.
            }
        }
    }
}
