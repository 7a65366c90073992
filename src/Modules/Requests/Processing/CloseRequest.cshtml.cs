using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Saas.Modules.Requests.Model;
using Saas.Modules.Requests.Templates;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Requests.Processing;

[Requires(RequestsPermissions.Process)]
internal sealed class CloseRequest(SaasDbContext db, CommuneClock clock, CurrentPerson person, AuditTrail trail, ReplyTemplates templates, ResidentMails mails) : WrittenAct(db, clock, person, trail, templates)
{
    [BindProperty]
    [Required(ErrorMessage = "Choisissez le résultat.")]
    [EnumDataType(typeof(RequestOutcome), ErrorMessage = "Choisissez le résultat.")]
    public RequestOutcome? Outcome { get; set; }

    [BindProperty]
    [StringLength(10_000, ErrorMessage = "Le message est trop long : 10 000 signes au plus.")]
    public override string? Words { get; set; }

    public Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        // A refusal states its reasons (CRPA L211-2).
        if (Outcome == RequestOutcome.Refused && string.IsNullOrWhiteSpace(Words))
        {
            ModelState.AddModelError(nameof(Words), "Dites pourquoi la demande est refusée : le demandeur doit pouvoir le comprendre.");
        }

        return ActAsync("La demande est close.", cancel);
    }

    protected override bool IsPossible(Request request) => request.MayBeClosed;

    protected override async Task<TimelineEntry> DoAsync(Request request, CancellationToken cancel)
    {
        var words = Words?.Trim() ?? "";
        await mails.SendClosingAsync(request, Author, Outcome!.Value, words, cancel);
        return request.Close(EntryId, Author, Outcome.Value, words, Now);
    }
}
