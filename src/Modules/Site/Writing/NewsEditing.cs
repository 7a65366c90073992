using Microsoft.EntityFrameworkCore;
using Saas.Modules.Site.Model;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Writing;

/// <summary>Saves a piece of news without ever writing over what its author has not read.</summary>
internal sealed class NewsEditing(SaasDbContext db, CurrentPerson person, AuditTrail trail, CommuneClock clock)
{
    /// <summary>Null when it is saved; otherwise what a colleague saved meanwhile, and the input then carries the version just read.</summary>
    public async Task<OtherVersion?> SaveAsync(NewsItem item, NewsInput input, CancellationToken cancel)
    {
        // The second click of a double click finds its own text: nothing to ask.
        if (item.Says(input.TitleWritten, input.SummaryWritten, input.BodyWritten))
        {
            return null;
        }

        if (item.Version == input.Version)
        {
            var before = (item.Title, item.Summary, item.Body);
            item.Write(input.TitleWritten, input.SummaryWritten, input.BodyWritten, person.Name, clock.Now);
            var entry = trail.Note(
                AuditKind.Site,
                $"a modifié l’actualité « {item.Title} »",
                AddressOf(item),
                [.. AuditChange.Among(("Titre", before.Title, item.Title), ("Résumé", before.Summary, item.Summary)), .. AuditChange.OfText("Texte", before.Body, item.Body)]);
            try
            {
                await db.SaveChangesAsync(cancel);
                return null;
            }
            catch (DbUpdateConcurrencyException)
            {
                db.Entry(entry).State = EntityState.Detached;
                await db.Entry(item).ReloadAsync(cancel);
            }
        }

        if (item.Says(input.TitleWritten, input.SummaryWritten, input.BodyWritten))
        {
            return null;
        }

        input.Version = item.Version;
        return new OtherVersion(item.UpdatedBy, clock.ShortMoment(item.UpdatedAt), item.Title, item.Summary, item.Body);
    }

    /// <summary>The news made from this form, now or by an earlier click; null when another has this title.</summary>
    public async Task<NewsItem?> AddAsync(string slug, NewsInput input, CancellationToken cancel)
    {
        var alike = await db.News.FirstOrDefaultAsync(known => known.Title == input.TitleWritten, cancel);
        if (alike is not null)
        {
            // A page opened afresh after a step back has another identifier: the same words are the same draft.
            var isTheSame = alike.Id == input.Id || (alike.PublishedAt is null && alike.Says(input.TitleWritten, input.SummaryWritten, input.BodyWritten));
            return isTheSame ? alike : null;
        }

        var item = new NewsItem(input.Id, await FreeSlugAsync(slug, cancel));
        item.Write(input.TitleWritten, input.SummaryWritten, input.BodyWritten, person.Name, clock.Now);
        db.Add(item);
        trail.Note(AuditKind.Site, $"a créé l’actualité « {item.Title} »", AddressOf(item));
        try
        {
            await db.SaveChangesAsync(cancel);
            return item;
        }
        catch (DbUpdateException refused) when (refused.IsDuplicate())
        {
            db.ChangeTracker.Clear();
            return await db.News.SingleOrDefaultAsync(known => known.Id == input.Id, cancel);
        }
    }

    private static string AddressOf(NewsItem item) => $"/gestion/site/actualites/{item.Id}";

    /// <summary>Long titles may begin alike: an address holds some sixty letters of them.</summary>
    private async Task<string> FreeSlugAsync(string slug, CancellationToken cancel)
    {
        var taken = await db.News.Where(item => item.Slug.StartsWith(slug)).Select(item => item.Slug).ToListAsync(cancel);
        return taken.Contains(slug)
            ? Enumerable.Range(2, taken.Count + 1).Select(number => $"{slug}-{number}").First(candidate => !taken.Contains(candidate))
            : slug;
    }
}
