using Microsoft.EntityFrameworkCore;
using Saas.Modules.Site.Model;
using Saas.Shell.Data;
using Saas.Shell.Files;

namespace Saas.Modules.Site.Library;

/// <summary>The files of the library, those of the bin too.</summary>
internal sealed class MediaPointers(SaasDbContext db) : IFilePointers
{
    public async Task<IReadOnlyCollection<Guid>> FindAsync(IReadOnlyCollection<Guid> files, CancellationToken cancel) =>
        await db.Set<MediaFile>().Where(file => files.Contains(file.Id)).Select(file => file.Id).ToListAsync(cancel);
}
