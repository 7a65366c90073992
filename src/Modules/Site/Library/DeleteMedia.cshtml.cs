using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Site.Model;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Jobs;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Library;

/// <summary>Puts a media that no content shows into the bin, from where it comes back for thirty days.</summary>
[Requires(SitePermissions.Edit)]
internal sealed class DeleteMedia(SaasDbContext db, MediaLibrary library, AuditTrail trail, WorkPlan work, CommuneClock clock) : FormPage
{
    [BindProperty(Name = "id", SupportsGet = true)]
    public Guid Id { get; set; }

    public Media Stored { get; private set; } = null!;

    public IReadOnlyList<Content> Uses { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await ShowAsync(cancel) is NotFoundResult gone)
        {
            return gone;
        }

        if (Uses.Count > 0)
        {
            ModelState.AddModelError("", $"« {Stored.Name} » sert encore dans {French.Count(Uses.Count, "texte", "textes")} : il n’a pas été supprimé.");
            return Page();
        }

        // The second click finds it in the bin.
        if (Stored.DeletedAt is null)
        {
            Stored.ThrowAway(clock.Now);
            trail.Note(AuditKind.Site, $"a mis à la corbeille « {Stored.Name} »", "/gestion/site/corbeille");
            await work.PlanAsync(PurgeMedia.Kind, Stored.Id, Stored.DeletedAt!.Value.AddDays(ContentTimes.DaysInBin), cancel);
            await db.SaveChangesAsync(cancel);
        }

        TempData.Say($"« {Stored.Name} » est à la corbeille pour {ContentTimes.DaysInBin} jours.", undo: $"{Stored.StaffAddress}/retablir");
        return Redirect(MediaLibrary.Address);
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Stored = (await db.Set<Media>().SingleOrDefaultAsync(media => media.Id == Id, cancel))!;
        if (Stored is null)
        {
            return NotFound();
        }

        Uses = await library.UsesAsync(Id, cancel);
        return Page();
    }
}
