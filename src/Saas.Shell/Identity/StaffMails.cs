using Saas.Shell.Mail;

namespace Saas.Shell.Identity;

/// <summary>Writes to a person about their account: from the commune of this request, in the caller's transaction, or from the platform.</summary>
public sealed class StaffMails(IMailer mailer, PlatformMails platform, StaffPlace place)
{
    public void Send(Mail.Mail mail)
    {
        if (place.IsConsole)
        {
            platform.Send(mail);
        }
        else
        {
            mailer.Send(mail);
        }
    }
}
