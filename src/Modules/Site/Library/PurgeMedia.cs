using Microsoft.EntityFrameworkCore;
using Saas.Modules.Site.Model;
using Saas.Shell.Data;
using Saas.Shell.Jobs;

namespace Saas.Modules.Site.Library;

/// <summary>Erases for good what has been in the bin long enough; its files, which nothing points at any more, are swept at night.</summary>
internal sealed class PurgeMedia(SaasDbContext db, MediaLibrary library, TimeProvider clock) : ITenantJob
{
    public const string Kind = "site.purge-media";

    public async Task RunAsync(Guid id, CancellationToken cancel)
    {
        var before = clock.GetUtcNow().AddDays(-ContentTimes.DaysInBin);
        if (await db.Set<Media>().Include(media => media.Files).SingleOrDefaultAsync(media => media.Id == id && media.DeletedAt <= before, cancel) is not { } thrown)
        {
            return;
        }

        // Saved into a text in the very moment it was thrown away.
        if ((await library.UsesAsync(id, cancel)).Count > 0)
        {
            thrown.TakeOutOfBin();
        }
        else
        {
            db.RemoveRange(thrown.Files);
            db.Remove(thrown);
        }

        await db.SaveChangesAsync(cancel);
    }
}
