using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Mails.Following;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Mail;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Mails.Sending;

/// <summary>A mail by the way that all mails take, to see that it arrives; its page says what became of it.</summary>
[Requires(MailsPermissions.Follow)]
internal sealed class SendTestMail(SaasDbContext db, IMailer mailer, ICurrentTenant current, CurrentPerson person, AuditTrail trail) : FormPage
{
    /// <summary>Most mails leave within this time: the page that opens then shows the result.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    [BindProperty]
    public string? To { get; set; }

    /// <summary>Made when the form was shown: the same form sent twice is one mail.</summary>
    [BindProperty]
    public Guid MailId { get; set; }

    public Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        MailId = Guid.CreateVersion7();
        return ShowAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        To = To?.Trim();
        if (!MailAddresses.IsOne(To))
        {
            ModelState.AddModelError(nameof(To), "Cette adresse e-mail n’est pas complète. Exemple : prenom.nom@exemple.fr");
            return await ShowAsync(cancel);
        }

        mailer.Send(new Mail(
            To!,
            $"Courriel d’essai {current.Words.OfHouseNamed(current.Tenant.Name)}",
            ["Bonjour,", $"Ce courriel a été envoyé par {person.Name} pour vérifier que les courriels de {current.Words.Body} arrivent. Il n’y a rien à faire."])
        {
            Id = MailId,
        });
        trail.Note(AuditKind.Mails, $"a envoyé un courriel d’essai à {To}", ReadMail.AddressOf(MailId));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException conflict) when (conflict.IsDuplicate())
        {
            db.ChangeTracker.Clear();
        }

        await WaitAsync(cancel);
        return Redirect(ReadMail.AddressOf(MailId));
    }

    public override Task<IActionResult> ShowAsync(CancellationToken cancel) => Task.FromResult<IActionResult>(Page());

    private async Task WaitAsync(CancellationToken cancel)
    {
        for (var waited = TimeSpan.Zero; waited < Patience; waited += Pause)
        {
            if (!await db.Set<OutgoingMail>().AnyAsync(mail => mail.Id == MailId && mail.State == MailState.Queued && mail.Attempts == 0, cancel))
            {
                return;
            }

            await Task.Delay(Pause, cancel);
        }
    }
}
