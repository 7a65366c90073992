using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Saas.Shell.Data;
using Saas.Shell.Jobs;
using Saas.Shell.Tenancy;

namespace Saas.Shell.Mail;

/// <summary>Delivers one mail of the outbox. A crash after the hand-over sends it twice: better than never.</summary>
internal sealed class DeliverMail(
    SaasDbContext db,
    ICurrentTenant current,
    IMailTransport transport,
    IOptions<MailOptions> options,
    TimeProvider clock) : ITenantJob
{
    public const string Kind = "shell.deliver-mail";

    public async Task RunAsync(Guid id, CancellationToken cancel)
    {
        var mail = await db.Set<OutgoingMail>().SingleOrDefaultAsync(m => m.Id == id && m.State == MailState.Queued, cancel);
        if (mail is null)
        {
            return;
        }

        using var message = Compose(mail);
        if (await transport.HandOverAsync(message, cancel) is { } refusal)
        {
            mail.MarkRefused(refusal, clock.GetUtcNow());
        }
        else
        {
            mail.MarkSent(clock.GetUtcNow());
        }

        await db.SaveChangesAsync(cancel);
    }

    private MailMessage Compose(OutgoingMail mail)
    {
        var commune = current.Tenant.Name;
        var message = new MailMessage
        {
            From = new MailAddress(options.Value.From, $"Mairie de {commune}", Encoding.UTF8),
            Subject = mail.Subject,
            SubjectEncoding = Encoding.UTF8,
            Body = MailText.Plain(commune, mail.Paragraphs),
            BodyEncoding = Encoding.UTF8,
        };
        message.To.Add(new MailAddress(mail.Recipient));
        if (mail.ReplyTo is { } replyTo)
        {
            message.ReplyToList.Add(new MailAddress(replyTo));
        }

        // RFC 3834: out-of-office robots must not answer.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add("Message-ID", $"<{mail.Id:N}@{new MailAddress(options.Value.From).Host}>");
        message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(
            MailText.Html(commune, mail.Subject, mail.Paragraphs), Encoding.UTF8, MediaTypeNames.Text.Html));
        return message;
    }
}
