using Saas.Shell.Mail;

namespace Saas.Modules.Mails.Following;

/// <summary>The tabs of the list, as words of the address.</summary>
internal static class MailFilter
{
    public const string ToDealWith = "a-regler";
    public const string Refused = "refuses";
    public const string Queued = "en-attente";
    public const string Sent = "partis";
    public const string All = "tous";

    public static string Known(string? word) => word is ToDealWith or Refused or Queued or Sent ? word : All;

    public static IQueryable<OutgoingMail> In(this IQueryable<OutgoingMail> mails, string tab) => tab switch
    {
        ToDealWith => mails.Where(OutgoingMail.WaitsForSomeone),
        Refused => mails.Where(mail => mail.State == MailState.Refused),
        Queued => mails.Where(mail => mail.State == MailState.Queued),
        Sent => mails.Where(mail => mail.State == MailState.Sent),
        _ => mails,
    };
}
