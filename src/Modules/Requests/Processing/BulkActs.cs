using Microsoft.EntityFrameworkCore;
using Saas.Modules.Requests.Model;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Mail;
using Saas.Shell.Web;

namespace Saas.Modules.Requests.Processing;

/// <summary>What is to be done to several requests.</summary>
/// <param name="Id">Of the act, made when the form was shown.</param>
/// <param name="Requests">In no order; those that are not the commune's do not exist.</param>
/// <param name="To">To whom they are given.</param>
/// <param name="Words">To each resident; may be empty.</param>
internal sealed record BulkOrder(Guid Id, BulkKind Kind, IReadOnlyList<Guid> Requests, Colleague? To, RequestOutcome? Outcome, string Words);

/// <summary>Does and undoes acts on several requests, each in one transaction: all of it is kept, or nothing.</summary>
internal sealed class BulkActs(SaasDbContext db, CommuneClock clock, CurrentPerson person, AuditTrail trail, ResidentMails mails, IMailer mailer)
{
    /// <summary>How often a colleague's act at the same instant is waited for.</summary>
    private const int Tries = 5;

    /// <summary>The same order given again is the same act.</summary>
    public async Task DoAsync(BulkOrder order, CancellationToken cancel)
    {
        for (var attempt = 1; !await db.BulkActs.AnyAsync(act => act.Id == order.Id, cancel); attempt++)
        {
            db.ChangeTracker.Clear();
            await PrepareAsync(order, cancel);
            if (await SaveAsync(attempt, cancel))
            {
                return;
            }
        }
    }

    /// <summary>False when it is too late, or someone did already.</summary>
    public async Task<UndoneBulk?> UndoAsync(Guid id, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            db.ChangeTracker.Clear();
            var act = await db.BulkActs.SingleOrDefaultAsync(a => a.Id == id, cancel);
            if (act is null || !act.MayBeUndone(clock.Now))
            {
                return null;
            }

            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            await mailer.RecallAsync(act.Mails, cancel);
            var undone = await PutBackAsync(act, cancel);
            if (await SaveAsync(attempt, cancel))
            {
                await transaction.CommitAsync(cancel);
                return undone;
            }
        }
    }

    private async Task<UndoneBulk> PutBackAsync(BulkAct act, CancellationToken cancel)
    {
        var known = act.Done.ToDictionary(done => done.Id);
        var ids = known.Keys.ToList();
        var count = 0;
        foreach (var request in await db.Requests.Where(r => ids.Contains(r.Id)).ToListAsync(cancel))
        {
            var done = known[request.Id];
            if (request.Version == done.Version)
            {
                db.TimelineEntries.Add(request.PutBack(done.Before, person.Name, clock.Now));
                count++;
            }
        }

        act.MarkUndone(clock.Now);
        trail.Note(AuditKind.Requests, $"est revenu sur un acte : {act.Kind.Done(act.Done.Count)}", RequestFilter.Address);
        return new UndoneBulk(count, act.Done.Count - count);
    }

    private async Task PrepareAsync(BulkOrder order, CancellationToken cancel)
    {
        var now = clock.Now;
        await db.BulkActs.Where(act => act.At < now - BulkAct.Kept).ExecuteDeleteAsync(cancel);
        var done = new List<ActedOn>();
        var aside = new List<LeftAside>();
        mails.HoldUntil(order.Kind == BulkKind.Write ? null : now + BulkAct.Undoable);
        foreach (var request in await db.Requests.Where(r => order.Requests.Contains(r.Id)).OrderBy(r => r.ReceivedAt).ThenBy(r => r.Id).ToListAsync(cancel))
        {
            if (!order.Kind.IsPossible(request))
            {
                aside.Add(new LeftAside(request.Id, request.Reference, request.IsQuarantined ? "parmi les indésirables" : request.StateTitle.ToLowerInvariant()));
                continue;
            }

            var before = request.Standing();
            db.TimelineEntries.Add(await ActAsync(order, request, now, cancel));
            done.Add(new ActedOn(request.Id, request.Reference, request.Version, before));
        }

        db.BulkActs.Add(new BulkAct { Id = order.Id, Kind = order.Kind, AuthorName = person.Name, At = now, Done = done, LeftAside = aside, Mails = mails.Held });
        trail.Note(AuditKind.Requests, $"a agi sur plusieurs demandes : {order.Kind.Done(done.Count)}", UndoBulkAct.AddressOf(order.Id), new AuditChange("Demandes", null, string.Join(", ", done.Select(one => one.Reference))));
    }

    private async Task<TimelineEntry> ActAsync(BulkOrder order, Request request, DateTimeOffset now, CancellationToken cancel)
    {
        var entry = Guid.CreateVersion7();
        switch (order.Kind)
        {
            case BulkKind.Take:
                return request.Take(entry, person.Name, person.AccountId, now);
            case BulkKind.Assign:
                return request.Assign(entry, person.Name, order.To?.AccountId, order.To?.Name, now);
            case BulkKind.Close:
                await mails.SendClosingAsync(request, person.Name, order.Outcome!.Value, order.Words, cancel);
                return request.Close(entry, person.Name, order.Outcome.Value, order.Words, now);
            default:
                await mails.SendAnswerAsync(request, person.Name, order.Words, cancel);
                return request.Answer(entry, person.Name, order.Words, now);
        }
    }

    private async Task<bool> SaveAsync(int attempt, CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateException refused) when ((refused is DbUpdateConcurrencyException || refused.IsDuplicate()) && attempt < Tries)
        {
            // Someone acted on one of them between the reading and the saving: read them again.
            return false;
        }
    }
}

/// <param name="PutBack">Requests that are as they were before.</param>
/// <param name="Changed">Someone acted on these since: they stay as they are.</param>
internal sealed record UndoneBulk(int PutBack, int Changed);
