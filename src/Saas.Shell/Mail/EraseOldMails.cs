using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Saas.Shell.Data;
using Saas.Shell.Jobs;
using Saas.Shell.Retention;

namespace Saas.Shell.Mail;

/// <summary>What was written to people is not kept for ever: first the text goes, then the trace (GDPR, article 5).</summary>
internal sealed class EraseOldMails(SaasDbContext db, NightlyWork nights, IOptions<MailOptions> options, TimeProvider clock) : ITenantJob
{
    public const string Kind = "shell.erase-old-mails";

    public async Task RunAsync(Guid id, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var oldText = now - TimeSpan.FromDays(options.Value.KeepTextDays);
        var oldTrace = now - TimeSpan.FromDays(options.Value.KeepTraceDays);
        IReadOnlyList<string> nothing = [];
        await db.Set<OutgoingMail>()
            .Where(mail => mail.EndedAt < oldText && mail.ErasedAt == null)
            .ExecuteUpdateAsync(mail => mail.SetProperty(m => m.Paragraphs, nothing).SetProperty(m => m.ErasedAt, now), cancel);

        // One that was corrected stays as long as what replaced it.
        await db.Set<OutgoingMail>()
            .Where(mail => mail.EndedAt < oldTrace && !db.Set<OutgoingMail>().Any(next => next.Replaces == mail.Id))
            .ExecuteDeleteAsync(cancel);
        if (await db.Set<OutgoingMail>().AnyAsync(cancel))
        {
            await nights.PlanAsync(Kind, cancel);
        }
    }
}
