using Microsoft.EntityFrameworkCore;
using Saas.Shell.Data;
using Saas.Shell.Jobs;

namespace Saas.Shell.Mail;

internal sealed class Outbox(SaasDbContext db, TimeProvider clock) : IMailer
{
    public void Send(Mail mail) => Queue(OutgoingMail.From(mail, clock.GetUtcNow()));

    public void SendElsewhere(OutgoingMail refused, string recipient, Guid id, string by) =>
        Queue(refused.SendElsewhere(recipient, id, by, clock.GetUtcNow()));

    public async Task<bool> IsUnreachableAsync(string address, CancellationToken cancel) =>
        await db.Set<OutgoingMail>()
            .Where(mail => mail.Recipient == address && mail.State != MailState.Queued)
            .OrderByDescending(mail => mail.QueuedAt)
            .Select(mail => mail.State)
            .FirstOrDefaultAsync(cancel) == MailState.Refused;

    private void Queue(OutgoingMail mail)
    {
        db.Add(mail);
        db.Add(new DueWork { TenantId = db.TenantId, Kind = DeliverMail.Kind, Id = mail.Id, DueAt = mail.QueuedAt });
    }
}
