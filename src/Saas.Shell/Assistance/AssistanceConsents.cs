using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Jobs;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Shell.Assistance;

/// <summary>
/// What the commune of this scope allows the operator, from its opening to its end. Whoever ends one ends the visits and sessions that hang
/// on it; and every request of such a session asks again, so that none outlives it.
/// </summary>
public sealed class AssistanceConsents(SaasDbContext db, AuditTrail trail, CurrentPerson person, WorkPlan work, ICurrentTenant current, IOptions<PlatformOptions> platform, TimeProvider clock)
{
    /// <summary>Permission to open, follow and end it: the administrator's.</summary>
    public const string Manage = "accounts.assist";

    public const string Page = "/gestion/reglages/assistance";

    private IQueryable<AssistanceConsent> Open
    {
        get
        {
            var now = clock.GetUtcNow();
            return db.Set<AssistanceConsent>().AsNoTracking().Where(consent => consent.EndedAt == null && consent.ExpiresAt > now);
        }
    }

    /// <summary>The one that lasts now.</summary>
    public Task<AssistanceConsent?> FindOpenAsync(CancellationToken cancel) => Open.SingleOrDefaultAsync(cancel);

    /// <summary>False when one is open already; the second click of a double one finds its own, and changes nothing.</summary>
    public async Task<bool> OpenAsync(Guid id, string purpose, bool mayAct, TimeSpan lasts, CancellationToken cancel)
    {
        foreach (var over in await db.Set<AssistanceConsent>().Where(consent => consent.EndedAt == null).Select(consent => consent.Id).ToListAsync(cancel))
        {
            await CloseExpiredAsync(over, cancel);
        }

        var now = clock.GetUtcNow();
        var consent = new AssistanceConsent(id, purpose, mayAct, person.Name, now, now + lasts);
        await work.PlanAsync(CloseAssistance.Kind, id, consent.ExpiresAt, cancel);
        db.Add(consent);
        trail.Note(AuditKind.Access, $"a autorisé l’assistance de {platform.Value.Name}", Page, new AuditChange("Pour", null, purpose), new AuditChange("Droits", null, mayAct ? "regarder et agir" : "regarder"));
        try
        {
            await db.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateException conflict) when (conflict.IsDuplicate())
        {
            db.ChangeTracker.Clear();
            return await db.Set<AssistanceConsent>().AnyAsync(known => known.Id == id, cancel);
        }
    }

    /// <summary>By whoever is signed in, before its time. False when it had ended.</summary>
    public Task<bool> EndAsync(Guid id, CancellationToken cancel) =>
        EndAsync(id, clock.GetUtcNow(), person.Name, "a mis fin à l’assistance", cancel);

    /// <summary>When its time is over. Nothing happens before.</summary>
    public async Task CloseExpiredAsync(Guid id, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (await db.Set<AssistanceConsent>().AsNoTracking().SingleOrDefaultAsync(consent => consent.Id == id && consent.ExpiresAt <= now, cancel) is { } over)
        {
            await EndAsync(id, over.ExpiresAt, by: null, "a fermé l’assistance, dont le temps était passé", cancel);
        }
    }

    /// <summary>The operator of this session goes. Nothing happens to a session of anyone else.</summary>
    public async Task LeaveAsync(CancellationToken cancel)
    {
        if (!person.IsAssistance)
        {
            return;
        }

        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.Set<AssistanceVisit>().Where(visit => visit.Id == person.VisitId && visit.LeftAt == null).ExecuteUpdateAsync(set => set.SetProperty(visit => visit.LeftAt, now), cancel) > 0)
        {
            trail.NoteAssistance(person.AccountId, person.Name, $"a quitté l’espace de {current.Words.House}");
            await db.SaveChangesAsync(cancel);
        }

        await transaction.CommitAsync(cancel);
    }

    /// <summary>Setting the end is what ends it: of two at once, one does it and notes it.</summary>
    private async Task<bool> EndAsync(Guid id, DateTimeOffset at, string? by, string deed, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.Set<AssistanceConsent>().Where(consent => consent.Id == id && consent.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(consent => consent.EndedAt, at).SetProperty(consent => consent.EndedBy, by), cancel) == 0)
        {
            return false;
        }

        if (by is null)
        {
            trail.NoteByPlatform(AuditKind.Access, deed, Page);
        }
        else
        {
            trail.Note(AuditKind.Access, deed, Page);
        }

        var visits = await db.Set<AssistanceVisit>().Where(visit => visit.ConsentId == id).ToListAsync(cancel);
        var ids = visits.Select(visit => (Guid?)visit.Id).ToList();
        await db.Set<Session>().Where(session => ids.Contains(session.VisitId)).ExecuteDeleteAsync(cancel);
        await db.Set<AssistanceVisit>().Where(visit => visit.ConsentId == id && visit.LeftAt == null).ExecuteUpdateAsync(set => set.SetProperty(visit => visit.LeftAt, at), cancel);
        foreach (var visit in visits.Where(visit => visit.LeftAt is null))
        {
            trail.NoteAssistance(visit.AccountId, visit.Person, by is null ? $"n’a plus accès à l’espace de {current.Words.House} : le temps est passé" : $"n’a plus accès à l’espace de {current.Words.House}, qui y a mis fin");
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }
}
