using Saas.Shell.Mail;

namespace Saas.Modules.Mails;

internal static class MailsPermissions
{
    public const string Follow = MailStatesTagHelper.Follow;

    public const string Resend = "mails.resend";

    public const string Sign = "mails.sign";
}
