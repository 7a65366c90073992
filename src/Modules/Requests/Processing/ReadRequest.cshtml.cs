using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Saas.Contracts.Requests;
using Saas.Modules.Requests.Labelling;
using Saas.Modules.Requests.Model;
using Saas.Modules.Requests.Templates;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Mail;

namespace Saas.Modules.Requests.Processing;

/// <summary>One request: what was sent, what happened, and the form to answer, which posts to <see cref="AnswerRequest"/>.</summary>
[Requires(RequestsPermissions.Read)]
internal sealed class ReadRequest(SaasDbContext db, CurrentPerson person, Colleagues colleagues, ReplyTemplates templates, CommuneLabels labels, IAnswersAgain again) : PageModel
{
    public Request Subject { get; private set; } = null!;

    public IReadOnlyList<TimelineEntry> Timeline { get; private set; } = [];

    /// <summary>Who follows it, if they still work here.</summary>
    public string? Assignee { get; private set; }

    /// <summary>A town hall of one person gives nothing to anybody.</summary>
    public bool IsTeam { get; private set; }

    public IReadOnlyList<ReplyTemplates.Offered> Templates { get; private set; } = [];

    /// <summary>The questions can be asked again.</summary>
    public bool CanBeCompleted => again.Offered;
    public IReadOnlyList<CommuneLabels.Shown> Labels { get; private set; } = [];

    /// <summary>Null: nothing erases it soon.</summary>
    public PlannedErasure? Erasure { get; private set; }

    public Opinion? Opinion { get; private set; }

    public bool MayProcess => person.Can(RequestsPermissions.Process);

    public static string AddressOf(Guid id) => $"/gestion/demandes/{id}";

    /// <summary>What mails about a request carry, so that their state is shown on this page.</summary>
    public static MailOrigin OriginOf(Guid id) => new(id, AddressOf(id));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        Subject = (await db.Requests.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancel))!;
        if (Subject is null)
        {
            return NotFound();
        }

        Templates = MayProcess && Subject.MayBeAnswered ? await templates.ListAsync(cancel) : [];
        IsTeam = MayProcess && (await colleagues.ListAsync(cancel)).Count > 1;
        Assignee = await db.Set<Membership>().Where(member => member.AccountId == Subject.AssigneeId).Select(member => member.Account.DisplayName).SingleOrDefaultAsync(cancel);
        Timeline = await db.TimelineEntries.AsNoTracking().Where(e => e.RequestId == id).OrderBy(e => e.At).ThenBy(e => e.Id).ToListAsync(cancel);
        Labels = [.. (await labels.OfAsync(db.Requests.Where(r => r.Id == id), cancel))[id]];
        if (Subject.IsClosed || Subject.IsQuarantined)
        {
            Erasure = await db.PlannedErasures.AsNoTracking().SingleOrDefaultAsync(plan => plan.Id == id, cancel);
            Opinion = await db.Opinions.AsNoTracking().SingleOrDefaultAsync(opinion => opinion.Id == id, cancel);
        }

        return Page();
    }
}
