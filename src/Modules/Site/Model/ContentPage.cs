using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Saas.Shell.Data;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Model;

/// <summary>A page of the back office about one content of any kind.</summary>
internal abstract class ContentPage(SaasDbContext db) : FormPage
{
    [BindProperty(SupportsGet = true)]
    public string Kind { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Content Stored { get; private set; } = null!;

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } stored)
        {
            return NotFound();
        }

        Stored = stored;
        return await PrepareAsync(cancel) ? Page() : NotFound();
    }

    protected virtual IQueryable<Content> Among => db.Contents;

    /// <summary>Reads what surrounds the content; false when what was asked for does not exist.</summary>
    protected virtual Task<bool> PrepareAsync(CancellationToken cancel) => Task.FromResult(true);

    protected async Task<Content?> FindAsync(CancellationToken cancel)
    {
        var found = await Among.SingleOrDefaultAsync(content => content.Id == Id, cancel);
        return found?.Kind.Segment == Kind ? found : null;
    }

    /// <summary>Saves what was done to the content, unless a colleague has just written it.</summary>
    protected async Task<IActionResult> SaveAsync(Content content, string notice, string leadsTo, string? undo, CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            ModelState.AddModelError("", $"Un collègue vient d’enregistrer {content.Kind.This}. Relisez avant de recommencer.");
            db.ChangeTracker.Clear();
            return await ShowAsync(cancel);
        }

        TempData.Say(notice, undo);
        return Redirect(leadsTo);
    }
}
