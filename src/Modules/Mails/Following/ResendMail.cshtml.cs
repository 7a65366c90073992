using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Mail;
using Saas.Shell.Web;

namespace Saas.Modules.Mails.Following;

/// <summary>The same mail to the corrected address, once.</summary>
[Requires(MailsPermissions.Resend)]
internal sealed class ResendMail(SaasDbContext db, IMailer mailer, CurrentPerson person, AuditTrail trail) : FormPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Recipient { get; set; }

    /// <summary>Made when the form was shown: the same form sent twice is one mail.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    public OutgoingMail Subject { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        NewId = Guid.CreateVersion7();
        var shown = await ShowAsync(cancel);
        Recipient = Subject?.Recipient;
        return shown;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await db.Set<OutgoingMail>().SingleOrDefaultAsync(mail => mail.Id == Id, cancel) is not { } refused)
        {
            return NotFound();
        }

        if (!refused.MayBeSentElsewhere)
        {
            return Redirect(ReadMail.AddressOf(await ReplacementAsync(cancel) ?? Id));
        }

        Recipient = Recipient?.Trim();
        if (!MailAddresses.IsOne(Recipient))
        {
            ModelState.AddModelError(nameof(Recipient), "Cette adresse e-mail n’est pas complète. Exemple : prenom.nom@exemple.fr");
        }
        else if (Recipient == refused.Recipient)
        {
            ModelState.AddModelError(nameof(Recipient), "C’est l’adresse qui a été refusée : corrigez-la.");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync(cancel);
        }

        mailer.SendElsewhere(refused, Recipient!, NewId, person.Name);
        trail.Note(AuditKind.Mails, $"a renvoyé le courriel « {refused.Subject} » à une autre adresse", ReadMail.AddressOf(NewId));
        try
        {
            await db.SaveChangesAsync(cancel);
            TempData.Say($"Le courriel part à {Recipient}.");
        }
        catch (DbUpdateException conflict) when (conflict.IsDuplicate())
        {
            db.ChangeTracker.Clear();
        }

        return Redirect(ReadMail.AddressOf(await ReplacementAsync(cancel) ?? Id));
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Subject = (await db.Set<OutgoingMail>().AsNoTracking().SingleOrDefaultAsync(mail => mail.Id == Id, cancel))!;
        return Subject is null ? NotFound() : Subject.MayBeSentElsewhere ? Page() : Redirect(ReadMail.AddressOf(Id));
    }

    private Task<Guid?> ReplacementAsync(CancellationToken cancel) =>
        db.Set<OutgoingMail>().Where(mail => mail.Replaces == Id).Select(mail => (Guid?)mail.Id).SingleOrDefaultAsync(cancel);
}
