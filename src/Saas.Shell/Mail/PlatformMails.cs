using System.Net.Mail;
using System.Text;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Saas.Shell.Web;

namespace Saas.Shell.Mail;

/// <summary>
/// Mails of the platform itself to its few operators, who have no commune and so no outbox. Kept in memory until handed over: the one
/// mail lost with a node is asked for again.
/// </summary>
public sealed class PlatformMails : BackgroundService
{
    private const int Attempts = 4;

    private readonly Channel<Mail> _waiting = Channel.CreateBounded<Mail>(new BoundedChannelOptions(1_000) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly IMailTransport _transport;
    private readonly MailOptions _mail;
    private readonly PlatformOptions _platform;
    private readonly TimeProvider _clock;
    private readonly ILogger<PlatformMails> _log;

    internal PlatformMails(IMailTransport transport, IOptions<MailOptions> mail, IOptions<PlatformOptions> platform, TimeProvider clock, ILogger<PlatformMails> log)
    {
        _transport = transport;
        _mail = mail.Value;
        _platform = platform.Value;
        _clock = clock;
        _log = log;
    }

    public void Send(Mail mail) => _waiting.Writer.TryWrite(mail);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var mail in _waiting.Reader.ReadAllAsync(stoppingToken))
        {
            await DeliverAsync(mail, stoppingToken);
        }
    }

    private async Task DeliverAsync(Mail mail, CancellationToken cancel)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            using var message = Compose(mail);
            var delivery = await _transport.HandOverAsync(message, cancel);
            if (delivery.Result == DeliveryResult.Accepted)
            {
                return;
            }

            if (delivery.Result == DeliveryResult.Refused)
            {
                _log.LogError("A mail of the platform was refused: {Refusal}", delivery.Words);
                return;
            }

            _log.LogWarning("A mail of the platform did not leave, attempt {Attempt}: {Reason}", attempt, delivery.Words);
            await Task.Delay(TimeSpan.FromSeconds(5 * attempt), _clock, cancel);
        }
    }

    private MailMessage Compose(Mail mail)
    {
        var message = new MailMessage
        {
            From = new MailAddress(_mail.From, _platform.Name, Encoding.UTF8),
            Subject = mail.Subject,
            SubjectEncoding = Encoding.UTF8,
            Body = string.Join("\r\n\r\n", mail.Paragraphs),
            BodyEncoding = Encoding.UTF8,
        };
        message.To.Add(new MailAddress(mail.To));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }
}
