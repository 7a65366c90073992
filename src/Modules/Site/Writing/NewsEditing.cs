using Microsoft.EntityFrameworkCore;
using Saas.Modules.Site.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Writing;

/// <summary>Saves a piece of news without ever writing over what its author has not read.</summary>
internal sealed class NewsEditing(SaasDbContext db, CurrentPerson person, CommuneClock clock)
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
            item.Write(input.TitleWritten, input.SummaryWritten, input.BodyWritten, person.Name, clock.Now);
            try
            {
                await db.SaveChangesAsync(cancel);
                return null;
            }
            catch (DbUpdateConcurrencyException)
            {
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

    /// <summary>The news made from this form, now or by an earlier click; null when another has this address.</summary>
    public async Task<NewsItem?> AddAsync(string slug, NewsInput input, CancellationToken cancel)
    {
        var item = new NewsItem(input.Id, slug);
        item.Write(input.TitleWritten, input.SummaryWritten, input.BodyWritten, person.Name, clock.Now);
        db.Add(item);
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
}
