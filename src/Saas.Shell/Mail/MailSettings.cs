using System.ComponentModel.DataAnnotations;

namespace Saas.Shell.Mail;

/// <summary>How the commune signs its mails. The sending address is the platform's, because the relay signs for that domain only (SPF, DKIM).</summary>
public sealed record MailSettings
{
    /// <summary>Null: « Mairie de … ».</summary>
    [Display(Name = "Nom")]
    public string? SenderName { get; set; }

    /// <summary>Where answers go; null leaves it to what sent the mail.</summary>
    [Display(Name = "Adresse de réponse")]
    public string? ReplyTo { get; set; }
}
