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
    FollowAccess access,
    DailyRounds rounds,
    LegalDeadlines deadlines,
    TimeProvider clock) : IRequestIntake
{
    public bool Offered => true;

    public async Task<FiledRequest> PrepareAsync(RequestToFile request, CancellationToken cancel)
    {
        var received = Request.Receive(request, await FreeReferenceAsync(cancel), Codes.NewCode(), clock.GetUtcNow());
        received.DueBy(deadlines.Of(received.Terms, received.ReceivedAt));
        db.Requests.Add(received);
        db.TimelineEntries.Add(received.Open());

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
