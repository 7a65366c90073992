using System.Net;
using System.Net.Mail;
using Microsoft.Extensions.Options;

namespace Saas.Shell.Mail;

/// <summary>Hands over to the relay. One connection for each mail: it is closed by the time the answer is known.</summary>
internal sealed class SmtpTransport(IOptions<MailOptions> options) : IMailTransport
{
    private const int LongestWords = 500;

    private const string ServerSaid = "The server response was: ";

    /// <summary>RFC 4954: the relay wants to know us, or does not. Nothing the recipient's server said.</summary>
    private static readonly int[] AboutSigningIn = [530, 534, 535, 538];

    public async Task<Delivery> HandOverAsync(MailMessage message, CancellationToken cancel)
    {
        var relay = options.Value;
        using var client = new SmtpClient(relay.Host, relay.Port) { EnableSsl = relay.Tls };
        if (relay.UserName.Length > 0)
        {
            client.Credentials = new NetworkCredential(relay.UserName, relay.Password);
        }

        // Headers in UTF-8 go to those only who cannot be written to otherwise: old servers refuse them.
        if (message.To.Any(to => MailAddresses.NeedsInternational(to.Address)))
        {
            client.DeliveryFormat = SmtpDeliveryFormat.International;
        }

        var limit = TimeSpan.FromSeconds(relay.TimeoutSeconds);
        try
        {
            // The client's own limit does not count for asynchronous sending, and its cancellation is not heard while it connects.
            await client.SendMailAsync(message, cancel).WaitAsync(limit, cancel);
            return Delivery.Accepted;
        }
        catch (TimeoutException)
        {
            client.SendAsyncCancel();
            return new Delivery(DeliveryResult.PutOff, $"Le serveur d’envoi n’a pas répondu en {limit.TotalSeconds:0} secondes.");
        }
        catch (SmtpException refused)
        {
            // No answer of a server and no broken connection: the client found that this relay does not know such addresses (RFC 6531).
            return client.DeliveryFormat == SmtpDeliveryFormat.International && refused is { StatusCode: SmtpStatusCode.GeneralFailure, InnerException: null }
                ? new Delivery(DeliveryResult.Refused, "553 5.6.7 Le serveur d’envoi ne sait pas écrire aux adresses qui ont des accents avant l’arobase.")
                : Read(refused);
        }
        catch (Exception broken) when (broken is IOException or System.Security.Authentication.AuthenticationException or InvalidOperationException)
        {
            return new Delivery(DeliveryResult.PutOff, Clean(broken.Message));
        }
    }

    private static Delivery Read(SmtpException refused)
    {
        var code = (int)refused.StatusCode;
        if (code is >= 500 and < 600 && !AboutSigningIn.Contains(code))
        {
            return new Delivery(refused is SmtpFailedRecipientException ? DeliveryResult.Refused : DeliveryResult.Doubtful, $"{code} {Words(refused.Message)}");
        }

        // Outside of what a server said (no connection, no TLS), the reason is the innermost one.
        var reason = code > 0 ? $"{code} {Words(refused.Message)}" : Clean(refused.GetBaseException().Message);
        return new Delivery(DeliveryResult.PutOff, reason);
    }

    private static string Words(string message)
    {
        var said = message.IndexOf(ServerSaid, StringComparison.Ordinal);
        return Clean(said < 0 ? message : message[(said + ServerSaid.Length)..]);
    }

    /// <summary>A server's words are a stranger's: one line, of a length.</summary>
    private static string Clean(string words)
    {
        var line = string.Join(' ', new string([.. words.Select(letter => char.IsControl(letter) ? ' ' : letter)]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestWords ? line : line[..LongestWords];
    }
}
