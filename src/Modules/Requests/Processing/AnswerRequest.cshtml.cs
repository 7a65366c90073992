using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Saas.Modules.Requests.Model;
using Saas.Modules.Requests.Templates;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Requests.Processing;

/// <summary>Staff write to the resident: a mail if they gave an address, and the timeline in any case.</summary>
[Requires(RequestsPermissions.Process)]
internal sealed class AnswerRequest(SaasDbContext db, CommuneClock clock, CurrentPerson person, AuditTrail trail, ReplyTemplates templates, ResidentMails mails) : WrittenAct(db, clock, person, trail, templates)
{
    [BindProperty]
    [Required(ErrorMessage = "Écrivez la réponse.")]
    [StringLength(10_000, ErrorMessage = "La réponse est trop longue : 10 000 signes au plus.")]
    public override string? Words { get; set; }

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => ActAsync("La réponse est enregistrée.", cancel);

    protected override bool IsPossible(Request request) => request.MayBeAnswered;

    protected override async Task<TimelineEntry> DoAsync(Request request, CancellationToken cancel)
    {
        var words = Words!.Trim();
        await mails.SendAnswerAsync(request, Author, words, cancel);
        return request.Answer(EntryId, Author, words, Now);
    }
}
