using Microsoft.EntityFrameworkCore;
using Saas.Shell.Data;
using Saas.Shell.Jobs;

namespace Saas.Shell.Mail;

internal sealed class Outbox(SaasDbContext db, TimeProvider clock) : IMailer
{
    public void Send(Mail mail) => Queue(OutgoingMail.From(mail, clock.GetUtcNow()), mail.LeavesAt);

    public void SendElsewhere(OutgoingMail refused, string recipient, Guid id, string by) =>
        Queue(refused.SendElsewhere(recipient, id, by, clock.GetUtcNow()), leavesAt: null);

    public async Task<bool> IsUnreachableAsync(string address, CancellationToken cancel) =>
        await db.Set<OutgoingMail>()
            .Where(mail => mail.Recipient == address && mail.State != MailState.Queued)
            .OrderByDescending(mail => mail.QueuedAt)
            .Select(mail => mail.State)
            .FirstOrDefaultAsync(cancel) == MailState.Refused;

    public async Task<int> RecallAsync(IReadOnlyCollection<Guid> mails, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();

        // What a node has in hand may be at the relay already: it is left to it.
        await db.Set<DueWork>()
            .Where(work => work.TenantId == db.TenantId && work.Kind == DeliverMail.Kind && mails.Contains(work.Id) && work.Attempts == 0 && (work.LockedUntil == null || work.LockedUntil < now))
            .ExecuteDeleteAsync(cancel);
        return await db.Set<OutgoingMail>()
            .Where(mail => mails.Contains(mail.Id) && mail.State == MailState.Queued)
            .Where(mail => !db.Set<DueWork>().Any(work => work.TenantId == mail.TenantId && work.Kind == DeliverMail.Kind && work.Id == mail.Id))
            .ExecuteDeleteAsync(cancel);
    }

    private void Queue(OutgoingMail mail, DateTimeOffset? leavesAt)
    {
        db.Add(mail);
        db.Add(new DueWork { TenantId = db.TenantId, Kind = DeliverMail.Kind, Id = mail.Id, DueAt = leavesAt ?? mail.QueuedAt });
    }
}
