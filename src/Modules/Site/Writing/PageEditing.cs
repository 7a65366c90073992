using Microsoft.EntityFrameworkCore;
using Saas.Modules.Site.Model;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Writing;

/// <summary>Saves a page without ever writing over what its author has not read.</summary>
internal sealed class PageEditing(SaasDbContext db, CurrentPerson person, AuditTrail trail, CommuneClock clock)
{
    /// <summary>Null when it is saved; otherwise what a colleague saved meanwhile, and the input then carries the version just read.</summary>
    public async Task<OtherVersion?> SaveAsync(Page page, PageInput input, CancellationToken cancel)
    {
        // The second click of a double click finds its own text: nothing to ask.
        if (page.Says(input.TitleWritten, input.BodyWritten, input.MenuOrder))
        {
            return null;
        }

        if (page.Version == input.Version)
        {
            var before = (page.Title, page.MenuOrder, page.Body);
            page.Write(input.TitleWritten, input.BodyWritten, input.MenuOrder, person.Name, clock.Now);
            var entry = trail.Note(
                AuditKind.Site,
                $"a modifié la page « {page.Title} »",
                AddressOf(page),
                [.. AuditChange.Among(("Titre", before.Title, page.Title), ("Rang dans le menu", $"{before.MenuOrder}", $"{page.MenuOrder}")), .. AuditChange.OfText("Texte", before.Body, page.Body)]);
            try
            {
                await db.SaveChangesAsync(cancel);
                return null;
            }
            catch (DbUpdateConcurrencyException)
            {
                db.Entry(entry).State = EntityState.Detached;
                await db.Entry(page).ReloadAsync(cancel);
            }
        }

        if (page.Says(input.TitleWritten, input.BodyWritten, input.MenuOrder))
        {
            return null;
        }

        input.Version = page.Version;
        return new OtherVersion(page.UpdatedBy, clock.ShortMoment(page.UpdatedAt), page.Title, Summary: null, page.Body);
    }

    /// <summary>The page made from this form, now or by an earlier click; null when another page has this address.</summary>
    public async Task<Page?> AddAsync(string slug, PageInput input, bool publish, CancellationToken cancel)
    {
        var page = new Page(input.Id, slug);
        page.Write(input.TitleWritten, input.BodyWritten, input.MenuOrder, person.Name, clock.Now);
        if (publish)
        {
            page.Publish(person.Name, clock.Now);
        }

        db.Add(page);
        trail.Note(AuditKind.Site, publish ? $"a repris à son compte la page « {page.Title} »" : $"a créé la page « {page.Title} »", AddressOf(page));
        try
        {
            await db.SaveChangesAsync(cancel);
            return page;
        }
        catch (DbUpdateException refused) when (refused.IsDuplicate())
        {
            db.ChangeTracker.Clear();

            // A page opened afresh after a step back has another identifier: the same words are the same draft.
            var known = await db.Pages.SingleOrDefaultAsync(stored => stored.Id == input.Id || stored.Slug == slug, cancel);
            return known?.Id == input.Id || (known is { Published: false } && known.Says(input.TitleWritten, input.BodyWritten, input.MenuOrder)) ? known : null;
        }
    }

    private static string AddressOf(Page page) => $"/gestion/site/pages/{page.Id}";
}
