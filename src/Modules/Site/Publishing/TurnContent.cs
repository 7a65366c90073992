using Microsoft.EntityFrameworkCore;
using Saas.Modules.Site.Model;
using Saas.Shell.Data;
using Saas.Shell.Jobs;
using Saas.Shell.Tenancy;

namespace Saas.Modules.Site.Publishing;

/// <summary>At the moment a content comes or goes by its dates, ends the pages kept in caches, and plans the next such moment.</summary>
internal sealed class TurnContent(SaasDbContext db, WorkPlan work, TimeProvider clock) : ITenantJob
{
    public const string Kind = "site.turn";

    public async Task RunAsync(Guid id, CancellationToken cancel)
    {
        var tenant = db.TenantId;
        await db.Set<TenantRow>().Where(row => row.Id == tenant).ExecuteUpdateAsync(row => row.SetProperty(t => t.ContentVersion, t => t.ContentVersion + 1), cancel);
        if (await db.Contents.AsNoTracking().SingleOrDefaultAsync(content => content.Id == id, cancel) is { } content && content.NextTurn(clock.GetUtcNow()) is { } next)
        {
            await work.PlanAsync(Kind, id, next, cancel);
        }
    }
}
