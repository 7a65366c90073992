using Microsoft.EntityFrameworkCore;
using Saas.Shell.Data;
using Saas.Shell.Jobs;

namespace Saas.Shell.Mail;

internal sealed class Outbox(SaasDbContext db, TimeProvider clock) : IMailer
{
    public void Send(Mail mail)
    {
        var outgoing = new OutgoingMail
        {
            Recipient = mail.To,
            Subject = OneLine(mail.Subject),
            Paragraphs = mail.Paragraphs,
            ReplyTo = mail.ReplyTo,
            QueuedAt = clock.GetUtcNow(),
        };
        db.Add(outgoing);
        db.Add(new DueWork { TenantId = db.TenantId, Kind = DeliverMail.Kind, Id = outgoing.Id, DueAt = outgoing.QueuedAt });
    }

    public async Task<bool> IsUnreachableAsync(string address, CancellationToken cancel) =>
        await db.Set<OutgoingMail>()
            .Where(mail => mail.Recipient == address && mail.State != MailState.Queued)
            .OrderByDescending(mail => mail.QueuedAt)
            .Select(mail => mail.State)
            .FirstOrDefaultAsync(cancel) == MailState.Refused;

    /// <summary>A line break in a subject would start a header of someone else's choosing.</summary>
    private static string OneLine(string subject) => string.Join(' ', subject.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
