using Microsoft.EntityFrameworkCore;
using Saas.Modules.Site.Model;
using Saas.Shell.Data;
using Saas.Shell.Jobs;

namespace Saas.Modules.Site.Deleting;

/// <summary>Erases for good what has been in the bin long enough. What came out meanwhile stays.</summary>
internal sealed class PurgeContent(SaasDbContext db, TimeProvider clock) : ITenantJob
{
    public const string Kind = "site.purge";

    public async Task RunAsync(Guid id, CancellationToken cancel)
    {
        var before = clock.GetUtcNow().AddDays(-ContentTimes.DaysInBin);
        if (await db.Bin.Include(content => content.Versions).SingleOrDefaultAsync(content => content.Id == id && content.DeletedAt <= before, cancel) is { } thrown)
        {
            db.RemoveRange(thrown.Versions);
            db.Remove(thrown);
            await db.SaveChangesAsync(cancel);
        }
    }
}
