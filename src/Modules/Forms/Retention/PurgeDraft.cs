using Microsoft.EntityFrameworkCore;
using Saas.Modules.Forms.Model;
using Saas.Shell.Data;
using Saas.Shell.Files;
using Saas.Shell.Jobs;

namespace Saas.Modules.Forms.Retention;

/// <summary>Erases a draft that was never sent, with its files. Due some thirty days after it was last touched.</summary>
internal sealed class PurgeDraft(SaasDbContext db) : ITenantJob
{
    public const string Kind = "forms.purge-draft";

    public async Task RunAsync(Guid id, CancellationToken cancel)
    {
        if (await db.Drafts.SingleOrDefaultAsync(draft => draft.Id == id, cancel) is { } draft)
        {
            var files = draft.Files.Select(file => file.Id).ToList();
            db.RemoveRange(await db.Set<StoredFile>().Where(file => files.Contains(file.Id)).ToListAsync(cancel));
            db.Remove(draft);
            await db.SaveChangesAsync(cancel);
        }
    }
}
