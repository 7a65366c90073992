using Microsoft.EntityFrameworkCore;
using Saas.Modules.Site.Library;
using Saas.Modules.Site.Model;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Writing;

/// <summary>Saves a content without ever writing over what its author has not read.</summary>
internal sealed class ContentEditing(SaasDbContext db, MediaInText medias, CurrentPerson person, AuditTrail trail, CommuneClock clock)
{
    /// <param name="content">What is stored.</param>
    /// <param name="wording">What it is to say.</param>
    /// <param name="read">The version its author has read.</param>
    /// <param name="deed">What the trail calls it: « a modifié ».</param>
    /// <returns>Null when it is saved; otherwise what a colleague saved meanwhile.</returns>
    public async Task<OtherVersion?> SaveAsync(Content content, Wording wording, int read, string deed, CancellationToken cancel)
    {
        wording = await medias.FitAsync(wording, cancel);

        // The second click of a double click finds its own text: nothing to ask.
        if (content.Says(wording))
        {
            return null;
        }

        if (content.Version == read)
        {
            var before = content.Wording;
            content.Write(wording, person.Name, clock.Now);
            content.StillHolds(clock.Today);
            trail.Note(AuditKind.Site, $"{deed} {content.Kind.The} « {content.Title} »", content.StaffAddress, await ChangesAsync(before, content.Wording, cancel));
            try
            {
                await db.SaveChangesAsync(cancel);
                return null;
            }
            catch (DbUpdateException refused) when (refused is DbUpdateConcurrencyException || refused.IsDuplicate())
            {
                db.ChangeTracker.Clear();
            }
        }

        var other = await db.Set<Content>().AsNoTracking().SingleAsync(known => known.Id == content.Id, cancel);
        return other.Says(wording) ? null : new OtherVersion(other.Version, other.UpdatedBy, clock.ShortMoment(other.UpdatedAt), other.Title, other.Summary, other.Body);
    }

    /// <summary>The content made from this form, now or by an earlier click; null when another has this title.</summary>
    public async Task<Content?> CreateAsync<TContent>(ContentInput input, string slug, Func<Guid, string, TContent> make, CancellationToken cancel)
        where TContent : Content
    {
        var wording = await medias.FitAsync(input.ToWording(), cancel);
        var alike = await db.Contents.OfType<TContent>().FirstOrDefaultAsync(known => known.Title == wording.Title, cancel);
        if (alike is not null)
        {
            // A page opened afresh after a step back has another identifier: the same words are the same draft.
            return alike.Id == input.Id || (alike.PublishedAt is null && alike.Says(wording)) ? alike : null;
        }

        var content = make(input.Id, slug);
        return await AddAsync(make(input.Id, await FreeSlugAsync(content, cancel)), wording, publish: false, cancel)
            ?? await db.Contents.SingleOrDefaultAsync(known => known.Id == input.Id, cancel);
    }

    /// <summary>Null when it is there already, or another at its address.</summary>
    public async Task<Content?> AddAsync(Content content, Wording wording, bool publish, CancellationToken cancel)
    {
        content.Write(await medias.FitAsync(wording, cancel), person.Name, clock.Now);
        if (publish)
        {
            content.Publish(clock.Now, until: null, person.Name, clock.Now);
        }

        db.Add(content);
        trail.Note(AuditKind.Site, $"{(publish ? "a repris à son compte" : "a créé")} {content.Kind.The} « {content.Title} »", content.StaffAddress);
        try
        {
            await db.SaveChangesAsync(cancel);
            return content;
        }
        catch (DbUpdateException refused) when (refused.IsDuplicate())
        {
            db.ChangeTracker.Clear();
            return null;
        }
    }

    /// <summary>Long titles may begin alike: an address holds some sixty letters of them.</summary>
    public async Task<string> FreeSlugAsync(Content content, CancellationToken cancel)
    {
        var slug = content.Slug;
        var alike = await db.Contents.AsNoTracking().Where(known => known.Slug.StartsWith(slug)).ToListAsync(cancel);
        var taken = alike.Where(known => known.Kind == content.Kind).Select(known => known.Slug).ToHashSet(StringComparer.Ordinal);
        return taken.Contains(slug)
            ? Enumerable.Range(2, taken.Count + 1).Select(number => $"{slug}-{number}").First(candidate => !taken.Contains(candidate))
            : slug;
    }

    private async Task<IReadOnlyList<AuditChange>> ChangesAsync(Wording before, Wording after, CancellationToken cancel) =>
    [
        .. AuditChange.Among(before.Lines.Zip(after.Lines, (was, now) => (now.What, was.Value, now.Value))),
        .. before.Picture == after.Picture ? [] : AuditChange.Among(("Image", await medias.NameAsync(before.Picture, cancel), await medias.NameAsync(after.Picture, cancel))),
        .. AuditChange.OfText("Texte", before.Whole, after.Whole),
    ];
}
