using Microsoft.EntityFrameworkCore;
using Saas.Contracts.Requests;
using Saas.Modules.Requests.Deadlines;
using Saas.Modules.Requests.Following;
using Saas.Modules.Requests.Model;
using Saas.Modules.Requests.Processing;
using Saas.Shell.Data;

namespace Saas.Modules.Requests.Receiving;

internal sealed class RequestIntake(
    SaasDbContext db,
    RequestAnnouncement announcement,
    CompletionMails completions,
    FollowAccess access,
    DailyRounds rounds,
    LegalDeadlines deadlines,
    TimeProvider clock) : IRequestIntake
{
    public bool Offered => true;

    public async Task<FiledRequest> PrepareAsync(RequestToFile request, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var received = Request.Receive(request, await FreeReferenceAsync(cancel), Codes.NewCode(), now);
        received.DueBy(deadlines.Of(received.Terms, received.ReceivedAt));
        db.Requests.Add(received);
        db.TimelineEntries.Add(received.Open(now));

        // What looks like spam must neither ring at the town hall nor make the commune write to an address a robot chose.
        if (!received.IsQuarantined)
        {
            await announcement.WriteAsync(received, cancel);
        }

        await rounds.PlanAsync(cancel);
        return Filed(received);
    }

    public async Task<FiledRequest?> FindAsync(Guid sourceId, CancellationToken cancel) =>
        await db.Requests.AsNoTracking()
            .Where(r => r.SourceId == sourceId)
            .Select(r => new FiledRequest(r.Reference, r.Code, r.Fingerprint, r.ReceivedAt))
            .SingleOrDefaultAsync(cancel);

    public async Task<IReadOnlyList<FiledRequest>> ListAsync(string browser, string procedureAddress, DateTimeOffset since, CancellationToken cancel) =>
        await db.Requests.AsNoTracking()
            .Where(r => r.Browser == browser && r.ProcedureAddress == procedureAddress && r.ReceivedAt >= since)
            .OrderByDescending(r => r.ReceivedAt)
            .Select(r => new FiledRequest(r.Reference, r.Code, r.Fingerprint, r.ReceivedAt))
            .ToListAsync(cancel);

    public async Task<FiledRequest?> CompleteAsync(Guid requestId, Guid completionId, IReadOnlyList<FiledAnswer> answers, CancellationToken cancel)
    {
        var request = await db.Requests.SingleOrDefaultAsync(r => r.Id == requestId, cancel);
        if (request?.Awaited?.Id != completionId)
        {
            return null;
        }

        var due = deadlines.Of(request.Terms, request.DelayFrom ?? request.ReceivedAt);
        db.TimelineEntries.Add(request.Complete(answers, clock.GetUtcNow()));
        if (request.DueOn == due)
        {
            // The day an agent set stays.
            request.DueBy(deadlines.Of(request.Terms, request.DelayFrom ?? request.ReceivedAt));
        }

        await completions.AcknowledgeAsync(request, cancel);
        return Filed(request);
    }

    public async Task<FiledRequest?> FindCompletedAsync(Guid completionId, CancellationToken cancel) =>
        await db.TimelineEntries.AsNoTracking()
            .Where(e => e.Id == completionId && e.Kind == EntryKind.Completed)
            .Select(e => new FiledRequest(e.Request.Reference, e.Request.Code, e.Request.Fingerprint, e.Request.ReceivedAt))
            .SingleOrDefaultAsync(cancel);

    public async Task<string> ReceiptForStaffAsync(FiledRequest filed, CancellationToken cancel) =>
        PrintReceipt.AddressOf(await db.Requests.Where(r => r.Reference == filed.Reference).Select(r => r.Id).SingleAsync(cancel));

    public string OpenToThisBrowser(FiledRequest filed)
    {
        access.Open(filed.Reference);
        return FollowAccess.PathOf(filed.Reference);
    }

    /// <summary>Twenty-five billion references: a second try is already rare, the unique index catches the rest.</summary>
    private async Task<string> FreeReferenceAsync(CancellationToken cancel)
    {
        string reference;
        do
        {
            reference = Codes.NewReference();
        }
        while (await db.Requests.AnyAsync(r => r.Reference == reference, cancel));

        return reference;
    }

    private static FiledRequest Filed(Request request) => new(request.Reference, request.Code, request.Fingerprint, request.ReceivedAt);
}
