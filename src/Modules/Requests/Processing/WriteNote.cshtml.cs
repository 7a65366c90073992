using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Saas.Modules.Requests.Model;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Requests.Processing;

/// <summary>A word for colleagues, which the resident never sees.</summary>
[Requires(RequestsPermissions.Process)]
internal sealed class WriteNote(SaasDbContext db, CommuneClock clock, CurrentPerson person, AuditTrail trail) : RequestAct(db, clock, person, trail)
{
    [BindProperty]
    [Required(ErrorMessage = "Écrivez la note.")]
    [StringLength(10_000, ErrorMessage = "La note est trop longue : 10 000 signes au plus.")]
    public string? Note { get; set; }

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => ActAsync("La note est enregistrée.", cancel);

    protected override bool IsPossible(Request request) => true;

    protected override Task<TimelineEntry> DoAsync(Request request, CancellationToken cancel) =>
        Task.FromResult(request.Note(EntryId, Author, Note!.Trim(), Now));
}
