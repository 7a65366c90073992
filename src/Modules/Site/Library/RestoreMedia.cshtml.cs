using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Site.Model;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Library;

/// <summary>Takes a media out of the bin, as it was.</summary>
[Requires(SitePermissions.Edit)]
internal sealed class RestoreMedia(SaasDbContext db, AuditTrail trail) : FormPage
{
    [BindProperty(Name = "id", SupportsGet = true)]
    public Guid Id { get; set; }

    public Media Stored { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await ShowAsync(cancel) is NotFoundResult gone)
        {
            return gone;
        }

        if (Stored.DeletedAt is null)
        {
            return Redirect(Stored.StaffAddress);
        }

        Stored.TakeOutOfBin();
        trail.Note(AuditKind.Site, $"a rétabli « {Stored.Name} »", Stored.StaffAddress);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException refused) when (refused.IsDuplicate())
        {
            db.ChangeTracker.Clear();
            ModelState.AddModelError("", "Le même fichier a été envoyé à nouveau depuis : il est déjà dans la bibliothèque.");
            return await ShowAsync(cancel);
        }

        TempData.Say($"« {Stored.Name} » est rétabli.");
        return Redirect(Stored.StaffAddress);
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Stored = (await db.Set<Media>().SingleOrDefaultAsync(media => media.Id == Id, cancel))!;
        return Stored is null ? NotFound() : Page();
    }
}
