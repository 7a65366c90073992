using Microsoft.EntityFrameworkCore;
using Saas.Modules.Requests.Model;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Files;
using Saas.Shell.Mail;
using Saas.Shell.Settings;
using Saas.Shell.Web;

namespace Saas.Modules.Requests.Retention;

/// <summary>
/// Announces what is soon no longer to be kept, and erases what was announced: request, timeline, files, mails. Each in a transaction of
/// its own, so that a crash leaves whole requests or none; done again, it finds what is left.
/// </summary>
internal sealed class RequestErasures(SaasDbContext db, ITenantSettings settings, AuditTrail trail, CommuneClock clock)
{
    public const string Soon = "/gestion/demandes/conservation";

    public const string Certificates = "/gestion/demandes/effacements";

    private const int Batch = 200;

    public async Task RunAsync(CancellationToken cancel)
    {
        var rule = RetentionRule.Of(await settings.GetAsync<RequestsSettings>(cancel));
        await ReckonAgainAsync(rule, cancel);
        await AnnounceAsync(rule, cancel);
        await EraseAsync(rule, cancel);
    }

    /// <summary>What was reopened, or has a longer rule since, is no longer announced.</summary>
    private async Task ReckonAgainAsync(RetentionRule rule, CancellationToken cancel)
    {
        var horizon = clock.Today.AddDays(PlannedErasure.NoticeDays);
        var last = Guid.Empty;
        int count;
        do
        {
            db.ChangeTracker.Clear();
            var known = await db.PlannedErasures
                .Where(plan => plan.Id > last)
                .OrderBy(plan => plan.Id)
                .Take(Batch)
                .Select(plan => new { Plan = plan, Aged = new Aged(plan.Request.State, plan.Request.HasUnreadMessage, plan.Request.ClosedAt, plan.Request.QuarantinedAt, plan.Request.RetentionMonths) })
                .ToListAsync(cancel);
            foreach (var (plan, ripeOn) in known.Select(one => (one.Plan, rule.RipeOn(one.Aged, clock))))
            {
                if (ripeOn is not { } day || (day > horizon && plan.KeptUntil is null))
                {
                    db.Remove(plan);
                }
                else
                {
                    plan.PutOff(day);
                }
            }

            await db.SaveChangesAsync(cancel);
            count = known.Count;
            last = known.LastOrDefault()?.Plan.Id ?? last;
        }
        while (count == Batch);
    }

    private async Task AnnounceAsync(RetentionRule rule, CancellationToken cancel)
    {
        var horizon = clock.Today.AddDays(PlannedErasure.NoticeDays);
        var ripe = rule.IsRipe(clock.Now.AddDays(PlannedErasure.NoticeDays + 1));
        var last = Guid.Empty;
        int count;
        do
        {
            db.ChangeTracker.Clear();
            var found = await db.Requests.AsNoTracking()
                .Where(ripe)
                .Where(request => request.Id > last && !db.Set<PlannedErasure>().Any(plan => plan.Id == request.Id))
                .OrderBy(request => request.Id)
                .Take(Batch)
                .Select(request => new { request.Id, Aged = new Aged(request.State, request.HasUnreadMessage, request.ClosedAt, request.QuarantinedAt, request.RetentionMonths) })
                .ToListAsync(cancel);
            db.AddRange(found
                .Select(one => (one.Id, RipeOn: rule.RipeOn(one.Aged, clock)))
                .Where(one => one.RipeOn <= horizon)
                .Select(one => new PlannedErasure(one.Id, one.RipeOn!.Value, clock.Today, clock.Now)));
            await db.SaveChangesAsync(cancel);
            count = found.Count;
            last = found.LastOrDefault()?.Id ?? last;
        }
        while (count == Batch);
    }

    private async Task EraseAsync(RetentionRule rule, CancellationToken cancel)
    {
        var today = clock.Today;
        var erased = 0;
        List<Guid> due;
        do
        {
            // What is put off meanwhile is due no longer: each round finds fewer.
            due = await db.PlannedErasures.Where(plan => plan.EraseOn <= today).OrderBy(plan => plan.EraseOn).ThenBy(plan => plan.Id).Take(Batch).Select(plan => plan.Id).ToListAsync(cancel);
            foreach (var id in due)
            {
                erased += await EraseOneAsync(id, rule, cancel) ? 1 : 0;
            }
        }
        while (due.Count == Batch);

        if (erased > 0)
        {
            trail.NoteByPlatform(AuditKind.Requests, $"a effacé {French.Count(erased, "demande", "demandes")} au terme de leur conservation", Certificates);
            await db.SaveChangesAsync(cancel);
        }
    }

    private async Task<bool> EraseOneAsync(Guid id, RetentionRule rule, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.PlannedErasures.SingleOrDefaultAsync(p => p.Id == id, cancel) is not { } plan)
        {
            // A node that was thought dead was here first.
            return false;
        }

        var request = await db.Requests.AsNoTracking().SingleAsync(r => r.Id == id, cancel);
        var quietFrom = DateOnly.FromDateTime(clock.ToLocal(await db.TimelineEntries.Where(e => e.RequestId == id).MaxAsync(e => e.At, cancel))).AddDays(RetentionRule.FewestDays + 1);
        if (quietFrom > clock.Today)
        {
            plan.PutOff(quietFrom);
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            return false;
        }

        db.Entry(plan).State = EntityState.Detached;
        var files = request.Files.Select(file => file.Id).Distinct().ToList();
        await db.Set<StoredFile>().Where(file => files.Contains(file.Id)).ExecuteDeleteAsync(cancel);
        await db.Set<OutgoingMail>().Where(mail => mail.About == id).ExecuteDeleteAsync(cancel);
        db.Add(new ErasedRequest
        {
            Id = id,
            Reference = request.Reference,
            Procedure = request.Procedure,
            ReceivedAt = request.ReceivedAt,
            ClosedAt = request.ClosedAt,
            FileCount = files.Count,
            Rule = rule.Words(Aged.Of(request)),
            ErasedAt = clock.Now,
        });
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }
}
