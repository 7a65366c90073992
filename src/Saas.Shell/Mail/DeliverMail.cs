using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Saas.Shell.Data;
using Saas.Shell.Jobs;
using Saas.Shell.Retention;
using Saas.Shell.Settings;
using Saas.Shell.Tenancy;

namespace Saas.Shell.Mail;

/// <summary>
/// Delivers one mail of the outbox. A crash between the hand-over and the save sends it twice, better than never: the Message-ID is
/// the same, by which most mailboxes show it once.
/// </summary>
internal sealed class DeliverMail(
    SaasDbContext db,
    ICurrentTenant current,
    ITenantSettings settings,
    IMailTransport transport,
    NightlyWork nights,
    IOptions<MailOptions> options,
    TimeProvider clock) : ITenantJob
{
    public const string Kind = "shell.deliver-mail";

    /// <summary>How long a final « no » that may be the relay's own trouble is not believed.</summary>
    private static readonly TimeSpan Doubt = TimeSpan.FromHours(1);

    public async Task RunAsync(Guid id, CancellationToken cancel)
    {
        var mail = await db.Set<OutgoingMail>().SingleOrDefaultAsync(m => m.Id == id && m.State == MailState.Queued, cancel);
        if (mail is null)
        {
            return;
        }

        await nights.PlanAsync(EraseOldMails.Kind, cancel);
        var delivery = await DeliverAsync(mail, cancel);
        Note(mail, delivery);
        await db.SaveChangesAsync(cancel);
        if (mail.State == MailState.Queued)
        {
            throw new MailPutOffException(delivery.Words);
        }
    }

    private async Task<Delivery> DeliverAsync(OutgoingMail mail, CancellationToken cancel)
    {
        if (!MailAddresses.IsOne(mail.Recipient))
        {
            return new Delivery(DeliveryResult.Refused, "501 L’adresse n’est pas une adresse e-mail.");
        }

        using var message = Compose(mail, await settings.GetAsync<MailSettings>(cancel));
        return await transport.HandOverAsync(message, cancel);
    }

    private void Note(OutgoingMail mail, Delivery delivery)
    {
        var now = clock.GetUtcNow();
        var age = now - mail.QueuedAt;
        if (delivery.Result == DeliveryResult.Accepted)
        {
            mail.MarkSent(now);
        }
        else if (delivery.Result == DeliveryResult.Refused || (delivery.Result == DeliveryResult.Doubtful && age >= Doubt) || age >= TimeSpan.FromDays(options.Value.GiveUpDays))
        {
            mail.MarkRefused(delivery.Words, now);
        }
        else
        {
            mail.PutOff(delivery.Words, now);
        }
    }

    private MailMessage Compose(OutgoingMail mail, MailSettings chosen)
    {
        var sender = chosen.SenderName ?? current.Words.HouseNamed(current.Tenant.Name);
        var message = new MailMessage
        {
            From = new MailAddress(options.Value.From, sender, Encoding.UTF8),
            Subject = mail.Subject,
            SubjectEncoding = Encoding.UTF8,
            Body = MailText.Plain(sender, mail.Paragraphs),
            BodyEncoding = Encoding.UTF8,
        };
        message.To.Add(new MailAddress(mail.Recipient));
        if (new[] { chosen.ReplyTo, mail.ReplyTo }.FirstOrDefault(MailAddresses.IsOne) is { } replyTo)
        {
            message.ReplyToList.Add(new MailAddress(replyTo));
        }

        // RFC 3834: out-of-office robots must not answer.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add("Message-ID", $"<{mail.Id:N}@{new MailAddress(options.Value.From).Host}>");
        message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(
            MailText.Html(sender, mail.Subject, mail.Paragraphs), Encoding.UTF8, MediaTypeNames.Text.Html));
        return message;
    }
}

/// <summary>The mail could not leave: it is tried again, later and later, as all work that fails.</summary>
internal sealed class MailPutOffException(string words) : Exception(words);
