using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Site.Model;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Writing;

[Requires(SitePermissions.Edit)]
internal sealed class DeletePage(SaasDbContext db, AuditTrail trail) : FormPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Page Stored { get; private set; } = null!;

    public bool StarterComesBack { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } page)
        {
            return NotFound();
        }

        db.Remove(page);
        trail.Note(AuditKind.Site, $"a supprimé la page « {page.Title} »");
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            ModelState.AddModelError("", "Un collègue vient de modifier cette page. Relisez-la avant de la supprimer.");
            db.ChangeTracker.Clear();
            return await ShowAsync(cancel);
        }

        TempData.Say($"La page « {page.Title} » est supprimée.");
        return Redirect("/gestion/site");
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        var page = await FindAsync(cancel);
        if (page is null)
        {
            return NotFound();
        }

        Stored = page;
        StarterComesBack = await db.StarterPages.AnyAsync(starter => starter.Slug == page.Slug, cancel);
        return Page();
    }

    private Task<Page?> FindAsync(CancellationToken cancel) => db.Pages.SingleOrDefaultAsync(page => page.Id == Id, cancel);
}
