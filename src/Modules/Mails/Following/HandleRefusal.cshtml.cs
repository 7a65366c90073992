using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Mail;
using Saas.Shell.Web;

namespace Saas.Modules.Mails.Following;

/// <summary>Someone has telephoned, written, or decided that nothing need be done: the job leaves « Aujourd’hui ».</summary>
[Requires(MailsPermissions.Follow)]
internal sealed class HandleRefusal(SaasDbContext db, CurrentPerson person, AuditTrail trail, TimeProvider clock) : FormPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public OutgoingMail Subject { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await db.Set<OutgoingMail>().SingleOrDefaultAsync(mail => mail.Id == Id, cancel) is not { } refused)
        {
            return NotFound();
        }

        if (refused.MayBeHandled)
        {
            refused.MarkHandled(person.Name, clock.GetUtcNow());
            trail.Note(AuditKind.Mails, $"a noté comme réglé le courriel « {refused.Subject} »", ReadMail.AddressOf(Id));
            await db.SaveChangesAsync(cancel);
            TempData.Say("C’est noté : ce courriel est réglé.");
        }

        return Redirect(ReadMail.AddressOf(Id));
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Subject = (await db.Set<OutgoingMail>().AsNoTracking().SingleOrDefaultAsync(mail => mail.Id == Id, cancel))!;
        return Subject is null ? NotFound() : Subject.MayBeHandled ? Page() : Redirect(ReadMail.AddressOf(Id));
    }
}
