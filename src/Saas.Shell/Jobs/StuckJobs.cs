using Microsoft.EntityFrameworkCore;
using Saas.Shell.Audit;
using Saas.Shell.Data;

namespace Saas.Shell.Jobs;

/// <summary>Due work that does not get done, for the operator: it failed again and again, or nobody takes it up.</summary>
public sealed class StuckJobs(SaasDbContext db, AuditTrail trail, TimeProvider clock)
{
    /// <summary>Failures before that are left to time.</summary>
    public const int Attempts = 5;

    /// <summary>Work that was due for longer waits for a node that knows its kind, or for one at all.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(10);

    public IQueryable<DueWork> All
    {
        get
        {
            var late = clock.GetUtcNow() - Late;
            return db.Set<DueWork>().AsNoTracking().Where(work => work.Attempts >= Attempts || work.DueAt < late);
        }
    }

    /// <summary>Tries it again at once, as if for the first time. False when it is gone, or a node is at it.</summary>
    public async Task<bool> RelaunchAsync(Guid tenant, string kind, Guid id, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await Idle(tenant, kind, id, now).ExecuteUpdateAsync(
            work => work.SetProperty(w => w.DueAt, now).SetProperty(w => w.Attempts, 0).SetProperty(w => w.LockedUntil, (DateTimeOffset?)null), cancel) != 1)
        {
            return false;
        }

        trail.Note(AuditKind.Platform, $"a relancé le travail {kind} {id}", "/console/travaux");
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    /// <summary>It will not be done. False when it is gone, or a node is at it.</summary>
    public async Task<bool> AbandonAsync(Guid tenant, string kind, Guid id, string reason, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await Idle(tenant, kind, id, clock.GetUtcNow()).ExecuteDeleteAsync(cancel) != 1)
        {
            return false;
        }

        trail.Note(AuditKind.Platform, $"a abandonné le travail {kind} {id}", "/console/travaux", new AuditChange("Raison", null, reason));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    private IQueryable<DueWork> Idle(Guid tenant, string kind, Guid id, DateTimeOffset now) =>
        db.Set<DueWork>().Where(work => work.TenantId == tenant && work.Kind == kind && work.Id == id && (work.LockedUntil == null || work.LockedUntil < now));
}
