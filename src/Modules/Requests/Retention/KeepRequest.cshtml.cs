using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Requests.Model;
using Saas.Modules.Requests.Processing;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Settings;
using Saas.Shell.Web;

namespace Saas.Modules.Requests.Retention;

/// <summary>Keeps a request for longer than its rule, with a reason, or lets the rule count again. The resident sees nothing of it.</summary>
[Requires(RequestsPermissions.Process)]
internal sealed class KeepRequest(SaasDbContext db, ITenantSettings settings, AuditTrail trail, CurrentPerson person, CommuneClock clock) : FormPage
{
    private const int LongestYears = 10;

    [BindProperty(SupportsGet = true)]
    [FromRoute(Name = "id")]
    public Guid Id { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Choisissez jusqu’à quand la garder.")]
    public DateOnly? Until { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Dites pourquoi : une demande ne se garde pas sans raison.")]
    [StringLength(PlannedErasure.LongestReason, ErrorMessage = "Ce motif est trop long : 300 signes au plus.")]
    public string? Reason { get; set; }

    public Request Subject { get; private set; } = null!;

    public PlannedErasure? Plan { get; private set; }

    public RetentionRule Rule { get; private set; } = null!;

    /// <summary>Null while it is being dealt with: nothing erases it then.</summary>
    public DateOnly? RipeOn => Rule.RipeOn(Aged.Of(Subject), clock);

    public bool IsKept => Plan?.KeptUntil >= clock.Today;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await ShowAsync(cancel) is NotFoundResult gone)
        {
            return gone;
        }

        (Until, Reason) = (Plan?.KeptUntil, Plan?.KeptBecause);
        return RipeOn is null ? Redirect(ReadRequest.AddressOf(Id)) : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await ShowAsync(cancel) is NotFoundResult gone)
        {
            return gone;
        }

        Check();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var before = Plan?.KeptUntil;
        var plan = Plan ?? db.Add(new PlannedErasure(Id, RipeOn!.Value, clock.Today, clock.Now)).Entity;
        var changes = AuditChange.Among(("Gardée jusqu’au", Shown(before), Shown(Until))).Concat(AuditChange.OfText("Motif", plan.KeptBecause, Reason!.Trim())).ToList();
        plan.Keep(Until!.Value, Reason.Trim(), person.Name);
        trail.Note(AuditKind.Requests, $"garde plus longtemps la demande {Subject.Reference}", ReadRequest.AddressOf(Id), changes);
        return await SaveAsync($"La demande {Subject.Reference} est gardée jusqu’au {French.Day(Until.Value)}.", cancel);
    }

    public async Task<IActionResult> OnPostLetGoAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        if (await ShowAsync(cancel) is NotFoundResult gone)
        {
            return gone;
        }

        // Pressed twice, the rule counts again once.
        if (Plan is { KeptUntil: not null } plan && RipeOn is { } day)
        {
            plan.LetGo(day, clock.Today);
            trail.Note(AuditKind.Requests, $"ne garde plus la demande {Subject.Reference} au-delà de sa durée", ReadRequest.AddressOf(Id));
        }

        return await SaveAsync($"La règle compte à nouveau pour la demande {Subject.Reference}.", cancel);
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Subject = (await db.Requests.AsNoTracking().SingleOrDefaultAsync(r => r.Id == Id, cancel))!;
        if (Subject is null)
        {
            return NotFound();
        }

        Rule = RetentionRule.Of(await settings.GetAsync<RequestsSettings>(cancel));
        Plan = await db.PlannedErasures.SingleOrDefaultAsync(plan => plan.Id == Id, cancel);
        return Page();
    }

    private void Check()
    {
        if (RipeOn is null)
        {
            ModelState.AddModelError("", "Cette demande n’est pas close : rien ne l’efface tant qu’elle est ouverte.");
        }

        if (Until is { } until && (until <= clock.Today || until > clock.Today.AddYears(LongestYears)))
        {
            ModelState.AddModelError(nameof(Until), $"Choisissez une date à venir, dans les {LongestYears} ans.");
        }
    }

    private async Task<IActionResult> SaveAsync(string notice, CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException refused) when (refused is DbUpdateConcurrencyException || refused.IsDuplicate())
        {
            // The daily round, or the second click, was there at the same instant.
            db.ChangeTracker.Clear();
            ModelState.AddModelError("", "Ce n’est pas encore enregistré : quelqu’un changeait la même demande. Validez à nouveau.");
            return await ShowAsync(cancel);
        }

        TempData.Say(notice);
        return LocalRedirect(ReadRequest.AddressOf(Id));
    }

    private static string? Shown(DateOnly? day) => day is { } known ? French.ShortDay(known) : null;
}
