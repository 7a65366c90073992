using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Site.Model;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Writing;

/// <summary>Puts a piece of news on the site or withdraws it.</summary>
[Requires(SitePermissions.Edit)]
internal sealed class PublishNews(SaasDbContext db, CurrentPerson person, AuditTrail trail, CommuneClock clock) : FormPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>What the button said: a second click does the same again, not the contrary.</summary>
    [BindProperty]
    public bool Publish { get; set; }

    public NewsItem Stored { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } item)
        {
            return NotFound();
        }

        if (Publish && item.Body.Length == 0 && item.Summary.Length == 0)
        {
            ModelState.AddModelError("", "L’actualité est vide : écrivez son résumé ou son texte avant de la publier.");
            return await ShowAsync(cancel);
        }

        if (Publish)
        {
            item.Publish(clock.Now, person.Name, clock.Now);
        }
        else
        {
            item.Withdraw(person.Name, clock.Now);
        }

        trail.Note(AuditKind.Site, $"{(Publish ? "a publié" : "a retiré du site")} l’actualité « {item.Title} »", $"/gestion/site/actualites/{item.Id}");
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            ModelState.AddModelError("", "Un collègue vient d’enregistrer cette actualité. Relisez-la, puis recommencez.");
            db.ChangeTracker.Clear();
            return await ShowAsync(cancel);
        }

        TempData.Say(Publish ? $"L’actualité « {item.Title} » est publiée." : $"L’actualité « {item.Title} » est retirée du site. Son texte est conservé ici.");
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
