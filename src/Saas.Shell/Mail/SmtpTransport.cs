using System.Net;
using System.Net.Mail;
using Microsoft.Extensions.Options;

namespace Saas.Shell.Mail;

internal sealed class SmtpTransport(IOptions<MailOptions> options) : IMailTransport
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async Task<string?> HandOverAsync(MailMessage message, CancellationToken cancel)
    {
        var relay = options.Value;
        using var client = new SmtpClient(relay.Host, relay.Port) { EnableSsl = relay.Tls };
        if (relay.UserName.Length > 0)
        {
            client.Credentials = new NetworkCredential(relay.UserName, relay.Password);
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Patience);
        try
        {
            await client.SendMailAsync(message, limit.Token);
            return null;
        }
        catch (SmtpException refused) when ((int)refused.StatusCode is >= 500 and < 600)
        {
            return $"{(int)refused.StatusCode} {refused.Message}";
        }
    }
}
