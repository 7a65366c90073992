using System.ComponentModel.DataAnnotations;

namespace Saas.Shell.Mail;

/// <summary>How mails leave: section <c>Mail</c> of the configuration.</summary>
public sealed class MailOptions
{
    /// <summary>The sending address, the same for all communes, in a domain the relay signs.</summary>
    [Required]
    public string From { get; set; } = "";

    /// <summary>The relay; empty writes mails into the folder <c>mails</c> of the data folder instead, for development and tests.</summary>
    public string Host { get; set; } = "";

    public int Port { get; set; } = 25;

    /// <summary>STARTTLS, refused without a valid certificate. The framework's client does not know TLS from the first byte (port 465).</summary>
    public bool Tls { get; set; }

    public string UserName { get; set; } = "";

    public string Password { get; set; } = "";

    /// <summary>For one whole hand-over.</summary>
    [Range(1, 300)]
    public int TimeoutSeconds { get; set; } = 30;

    /// <summary>A mail that could not leave for so long is refused.</summary>
    [Range(1, 30)]
    public int GiveUpDays { get; set; } = 3;

    /// <summary>How long what was written is kept once the mail has left or was refused.</summary>
    [Range(1, 3650)]
    public int KeepTextDays { get; set; } = 30;

    /// <summary>How long it is known that a mail was sent, to whom and what came of it.</summary>
    [Range(1, 3650)]
    public int KeepTraceDays { get; set; } = 365;
}
