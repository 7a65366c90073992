using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Site.Model;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Writing;

/// <summary>Puts a page on the site or withdraws it.</summary>
[Requires(SitePermissions.Edit)]
internal sealed class PublishPage(SaasDbContext db, CurrentPerson person, AuditTrail trail, CommuneClock clock) : FormPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>What the button said: a second click does the same again, not the contrary.</summary>
    [BindProperty]
    public bool Publish { get; set; }

    public Page Stored { get; private set; } = null!;

    public bool HidesStarter { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } page)
        {
            return NotFound();
        }

        if (Publish && page.Body.Length == 0)
        {
            ModelState.AddModelError("", "La page est vide : écrivez son texte avant de la publier.");
            return await ShowAsync(cancel);
        }

        if (Publish)
        {
            page.Publish(person.Name, clock.Now);
        }
        else
        {
            page.Withdraw(person.Name, clock.Now);
        }

        trail.Note(AuditKind.Site, $"{(Publish ? "a publié" : "a retiré du site")} la page « {page.Title} »", $"/gestion/site/pages/{page.Id}");
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            ModelState.AddModelError("", "Un collègue vient d’enregistrer cette page. Relisez-la, puis recommencez.");
            db.ChangeTracker.Clear();
            return await ShowAsync(cancel);
        }

        TempData.Say(Publish ? $"La page « {page.Title} » est publiée." : $"La page « {page.Title} » est retirée du site. Son texte est conservé ici.");
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
        HidesStarter = await db.StarterPages.AnyAsync(starter => starter.Slug == page.Slug, cancel);
        return Page();
    }

    private Task<Page?> FindAsync(CancellationToken cancel) => db.Pages.SingleOrDefaultAsync(page => page.Id == Id, cancel);
}
