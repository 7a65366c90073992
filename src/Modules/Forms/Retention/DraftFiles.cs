using Microsoft.EntityFrameworkCore;
using Saas.Modules.Forms.Model;
using Saas.Shell.Data;
using Saas.Shell.Files;

namespace Saas.Modules.Forms.Retention;

/// <summary>Files of drafts that are still being written.</summary>
internal sealed class DraftFiles(SaasDbContext db) : IFilePointers
{
    public async Task<IReadOnlyCollection<Guid>> FindAsync(IReadOnlyCollection<Guid> files, CancellationToken cancel)
    {
        var found = new HashSet<Guid>();
        await foreach (var draft in db.Drafts.AsNoTracking().Select(draft => draft.Files).AsAsyncEnumerable().WithCancellation(cancel))
        {
            found.UnionWith(draft.Select(file => file.Id).Where(files.Contains));
        }

        return found;
    }
}
