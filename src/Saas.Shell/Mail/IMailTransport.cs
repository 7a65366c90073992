using System.Net.Mail;

namespace Saas.Shell.Mail;

/// <summary>The outside edge: hands a finished message over.</summary>
internal interface IMailTransport
{
    /// <summary>Null when accepted; the server's words when it refuses for good. Throws when trying again may help.</summary>
    Task<string?> HandOverAsync(MailMessage message, CancellationToken cancel);
}
