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

    public bool Tls { get; set; }

    public string UserName { get; set; } = "";

    public string Password { get; set; } = "";
}
