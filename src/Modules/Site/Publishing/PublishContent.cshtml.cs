using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Site.Model;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Jobs;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Publishing;

/// <summary>Puts a content on the site, now or later, until further notice or for a time; or withdraws it.</summary>
[Requires(SitePermissions.Edit)]
internal sealed class PublishContent(SaasDbContext db, CurrentPerson person, AuditTrail trail, WorkPlan work, CommuneClock clock) : ContentPage(db)
{
    private readonly SaasDbContext _db = db;

    /// <summary>What the button said: a second click does the same again, not the contrary.</summary>
    [BindProperty]
    public bool Publish { get; set; }

    /// <summary>In the commune's time; null: at once, or as it was.</summary>
    [BindProperty]
    public DateTime? From { get; set; }

    [BindProperty]
    public DateTime? Until { get; set; }

    public bool HidesStarter { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is { } stored)
        {
            From = stored.PublishedAt is { } from ? clock.ToLocal(from) : null;
            Until = stored.ExpiresAt is { } until ? clock.ToLocal(until) : null;
        }

        return await ShowAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } stored)
        {
            return NotFound();
        }

        if (!Publish)
        {
            stored.Withdraw(person.Name, clock.Now);
            trail.Note(AuditKind.Site, $"a retiré du site {stored.Kind.The} « {stored.Title} »", stored.StaffAddress);
            return await SaveAsync(stored, $"{stored.Kind.Subject} « {stored.Title} » est {stored.Kind.Agreed("retiré")} du site. Son texte est conservé ici.", stored.Kind.ListAddress, undo: null, cancel);
        }

        var now = clock.Now;
        var from = From is { } typed ? clock.ToInstant(typed) : stored.PublishedAt <= now ? stored.PublishedAt.Value : now;
        DateTimeOffset? until = Until is { } end ? clock.ToInstant(end) : null;
        Check(stored, from, until, now);
        if (!ModelState.IsValid)
        {
            return await ShowAsync(cancel);
        }

        stored.Publish(from, until, person.Name, now);
        trail.Note(AuditKind.Site, $"a publié {stored.Kind.The} « {stored.Title} »", stored.StaffAddress, Dates(from, until, now));
        if (stored.NextTurn(now) is { } turn)
        {
            await work.PlanAsync(TurnContent.Kind, stored.Id, turn, cancel);
        }

        return await SaveAsync(stored, InWords(stored, now), stored.Kind.ListAddress, undo: null, cancel);
    }

    protected override async Task<bool> PrepareAsync(CancellationToken cancel)
    {
        HidesStarter = Stored is Page && await _db.StarterPages.AnyAsync(starter => starter.Slug == Stored.Slug, cancel);
        return true;
    }

    private void Check(Content stored, DateTimeOffset from, DateTimeOffset? until, DateTimeOffset now)
    {
        if (stored.IsEmpty)
        {
            ModelState.AddModelError("", $"{stored.Kind.Subject} est vide : écrivez son texte avant de {(stored.Kind.Feminine ? "la" : "le")} publier.");
        }

        if (until <= from || until <= now)
        {
            ModelState.AddModelError(nameof(Until), "La fin doit venir après le début, et après maintenant. Laissez-la vide pour une durée sans limite.");
        }
    }

    private AuditChange[] Dates(DateTimeOffset from, DateTimeOffset? until, DateTimeOffset now) =>
    [
        .. from > now ? [new AuditChange("À partir du", null, clock.Moment(from))] : Array.Empty<AuditChange>(),
        .. until is { } end ? [new AuditChange("Jusqu’au", null, clock.Moment(end))] : Array.Empty<AuditChange>(),
    ];

    private string InWords(Content stored, DateTimeOffset now)
    {
        var end = stored.ExpiresAt is { } until ? $", jusqu’au {clock.Moment(until)}" : "";
        return stored.PublishedAt > now
            ? $"{stored.Kind.Subject} « {stored.Title} » paraîtra {clock.Moment(stored.PublishedAt.Value)}{end}."
            : $"{stored.Kind.Subject} « {stored.Title} » est {stored.Kind.Agreed("publié")}{end}.";
    }
}
