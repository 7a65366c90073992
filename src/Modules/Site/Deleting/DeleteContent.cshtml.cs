using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Site.Model;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Jobs;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Deleting;

/// <summary>Puts a content into the bin, from where it comes back for thirty days.</summary>
[Requires(SitePermissions.Edit)]
internal sealed class DeleteContent(SaasDbContext db, AuditTrail trail, WorkPlan work, CommuneClock clock) : ContentPage(db)
{
    private readonly SaasDbContext _db = db;

    public bool StarterComesBack { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } stored)
        {
            return NotFound();
        }

        stored.ThrowAway(clock.Now);
        trail.Note(AuditKind.Site, $"a mis à la corbeille {stored.Kind.The} « {stored.Title} »", "/gestion/site/corbeille");
        await work.PlanAsync(PurgeContent.Kind, stored.Id, stored.DeletedAt!.Value.AddDays(ContentTimes.DaysInBin), cancel);
        return await SaveAsync(stored, $"{stored.Kind.Subject} « {stored.Title} » est à la corbeille pour {ContentTimes.DaysInBin} jours.", stored.Kind.ListAddress, undo: $"{stored.StaffAddress}/retablir", cancel);
    }

    protected override async Task<bool> PrepareAsync(CancellationToken cancel)
    {
        StarterComesBack = Stored is Page && await _db.StarterPages.AnyAsync(starter => starter.Slug == Stored.Slug, cancel);
        return true;
    }
}
