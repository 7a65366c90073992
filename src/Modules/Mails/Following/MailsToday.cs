using Microsoft.EntityFrameworkCore;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Mail;
using Saas.Shell.Web;

namespace Saas.Modules.Mails.Following;

/// <summary>People who believe that the town hall wrote to them, or did not: someone has to telephone.</summary>
internal sealed class MailsToday(SaasDbContext db, CurrentPerson person) : IToday
{
    private const int Most = 3;

    public async Task<IReadOnlyList<TodayTask>> ReadAsync(CancellationToken cancel)
    {
        if (!person.Can(MailsPermissions.Follow))
        {
            return [];
        }

        var refused = db.Set<OutgoingMail>().Where(OutgoingMail.WaitsForSomeone);
        var shown = await refused
            .OrderBy(mail => mail.EndedAt).ThenBy(mail => mail.Id)
            .Take(Most)
            .Select(mail => new { mail.Id, mail.Recipient, mail.Subject, mail.Refusal })
            .ToListAsync(cancel);
        var tasks = shown
            .Select(mail => new TodayTask(
                $"Le courriel à {mail.Recipient} n’est pas parti : téléphoner",
                $"« {mail.Subject} ». {MailRefusals.Explain(mail.Refusal)}",
                ReadMail.AddressOf(mail.Id),
                null,
                TodayKind.Broken))
            .ToList();
        if (shown.Count == Most && await refused.CountAsync(cancel) is > Most and var all)
        {
            tasks.Add(new TodayTask(
                $"{French.Count(all - Most, "autre courriel n’est pas parti", "autres courriels ne sont pas partis")}",
                "La liste dit à qui et pourquoi.",
                ListMails.AddressOf(MailFilter.ToDealWith),
                null,
                TodayKind.Broken));
        }

        return tasks;
    }
}
