using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Requests.Model;
using Saas.Modules.Requests.Receiving;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Mail;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Requests.Following;

/// <summary>The resident writes to the town hall. If their access has ended meanwhile, the message is kept and the code asked again.</summary>
[Public]
[NeverKept]
[EnableRateLimiting(RateLimits.Follow)]
internal sealed class SendMessage(SaasDbContext db, FollowAccess access, IMailer mailer, PlatformAddress address, ICurrentTenant current, TimeProvider clock) : FormPage
{
    /// <summary>How often a colleague's act at the same instant is waited for.</summary>
    private const int Tries = 5;

    /// <summary>The same words again so soon come from a page opened afresh after a step back.</summary>
    private static readonly TimeSpan SameMessage = TimeSpan.FromHours(1);

    [BindProperty(SupportsGet = true)]
    [FromRoute(Name = "reference")]
    public string Typed { get; set; } = "";

    [BindProperty]
    public Guid EntryId { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Écrivez votre message.")]
    [StringLength(5000, ErrorMessage = "Votre message est trop long : 5 000 signes au plus.")]
    public string? Words { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    public bool AsksForCode { get; private set; }

    private string Reference => Codes.ReadReference(Typed) ?? "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        access.Allows(Reference) ? await ShowAsync(cancel) : Redirect($"/demandes/{Uri.EscapeDataString(Typed)}");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var reference = Reference;
        if (!access.Allows(reference))
        {
            var code = await db.Requests.Where(r => r.Reference == reference).Select(r => r.Code).SingleOrDefaultAsync(cancel);
            if (Codes.IsRight(code, Code))
            {
                access.Open(reference);
            }
            else
            {
                ModelState.AddModelError(nameof(Code), Code is null ? "Donnez à nouveau le code de suivi : votre accès avait pris fin. Votre message est conservé." : FindRequest.Refusal);
            }
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync(cancel);
        }

        if (!await SaveAsync(cancel))
        {
            ModelState.AddModelError("", $"Votre message n’est pas encore parti : {current.Words.House} travaille sur cette demande au même moment. Envoyez-le à nouveau.");
            return await ShowAsync(cancel);
        }

        TempData.Say($"Votre message est envoyé à {current.Words.House}.");
        return Redirect(FollowAccess.PathOf(reference));
    }

    public override Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        AsksForCode = !access.Allows(Reference);
        if (EntryId == Guid.Empty)
        {
            ModelState.Remove(nameof(EntryId));
            EntryId = Guid.CreateVersion7();
        }

        return Task.FromResult<IActionResult>(Page());
    }

    /// <summary>True when the message is kept, by this click or by an earlier one.</summary>
    private async Task<bool> SaveAsync(CancellationToken cancel)
    {
        var id = EntryId == Guid.Empty ? Guid.CreateVersion7() : EntryId;
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            db.ChangeTracker.Clear();
            var reference = Reference;
            if (await db.Requests.SingleOrDefaultAsync(r => r.Reference == reference, cancel) is not { } request)
            {
                // Erased since the page was opened, at the end of its retention.
                return false;
            }

            var timeline = db.TimelineEntries.Where(e => e.RequestId == request.Id);
            var last = await timeline.AsNoTracking().OrderByDescending(e => e.At).ThenByDescending(e => e.Id).FirstAsync(cancel);
            var isTheSame = last.Kind == EntryKind.ResidentWrote && last.Text == Words && clock.GetUtcNow() - last.At < SameMessage;
            if (isTheSame || await timeline.AnyAsync(e => e.Id == id, cancel))
            {
                return true;
            }

            db.TimelineEntries.Add(request.ReceiveMessage(id, Words!, clock.GetUtcNow()));
            if (!request.IsQuarantined && request.Recipient.Length > 0)
            {
                mailer.Send(RecipientMail.NewMessage(request, address.Of($"/gestion/demandes/{request.Id}")));
            }

            try
            {
                await db.SaveChangesAsync(cancel);
                return true;
            }
            catch (DbUpdateException refused) when (refused is DbUpdateConcurrencyException || refused.IsDuplicate())
            {
                // Someone acted on this request between the reading and the saving: read it again.
            }
        }

        return false;
    }
}
