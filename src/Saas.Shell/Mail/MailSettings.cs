namespace Saas.Shell.Mail;

/// <summary>How the commune signs its mails. The sending address is the platform's, because the relay signs for that domain only (SPF, DKIM).</summary>
public sealed record MailSettings
{
    /// <summary>Null: « Mairie de … ».</summary>
    public string? SenderName { get; set; }

    /// <summary>Where answers go; null leaves it to what sent the mail.</summary>
    public string? ReplyTo { get; set; }
}
