using Microsoft.AspNetCore.Mvc;
using Saas.Modules.Site.Model;
using Saas.Modules.Site.Writing;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Jobs;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Deleting;

/// <summary>Takes a content out of the bin, as it was.</summary>
[Requires(SitePermissions.Edit)]
internal sealed class RestoreContent(SaasDbContext db, ContentEditing editing, AuditTrail trail, WorkPlan work, CommuneClock clock) : ContentPage(db)
{
    private readonly SaasDbContext _db = db;

    // The second click finds it outside.
    protected override IQueryable<Content> Among => _db.Set<Content>();

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } stored)
        {
            return NotFound();
        }

        if (stored.DeletedAt is null)
        {
            return Redirect(stored.StaffAddress);
        }

        var slug = await editing.FreeSlugAsync(stored, cancel);
        var moved = slug != stored.Slug;
        stored.TakeOutOfBin(slug);
        trail.Note(AuditKind.Site, $"a rétabli {stored.Kind.The} « {stored.Title} »", stored.StaffAddress);
        if (stored.NextTurn(clock.Now) is { } turn)
        {
            await work.PlanAsync(Publishing.TurnContent.Kind, stored.Id, turn, cancel);
        }

        var notice = moved
            ? $"{stored.Kind.Subject} « {stored.Title} » est {stored.Kind.Agreed("rétabli")} en brouillon : son adresse sert maintenant à {(stored.Kind.Feminine ? "une autre" : "un autre")}."
            : $"{stored.Kind.Subject} « {stored.Title} » est {stored.Kind.Agreed("rétabli")} comme avant.";
        return await SaveAsync(stored, notice, stored.StaffAddress, undo: null, cancel);
    }
}
