using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Site.Model;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Writing;

[Requires(SitePermissions.Edit)]
internal sealed class DeleteNews(SaasDbContext db, AuditTrail trail) : FormPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public NewsItem Stored { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } item)
        {
            return NotFound();
        }

        db.Remove(item);
        trail.Note(AuditKind.Site, $"a supprimé l’actualité « {item.Title} »");
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            ModelState.AddModelError("", "Un collègue vient de modifier cette actualité. Relisez-la avant de la supprimer.");
            db.ChangeTracker.Clear();
            return await ShowAsync(cancel);
        }

        TempData.Say($"L’actualité « {item.Title} » est supprimée.");
        return Redirect("/gestion/site");
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        var item = await FindAsync(cancel);
        if (item is null)
        {
            return NotFound();
        }

        Stored = item;
        return Page();
    }

    private Task<NewsItem?> FindAsync(CancellationToken cancel) => db.News.SingleOrDefaultAsync(item => item.Id == Id, cancel);
}
