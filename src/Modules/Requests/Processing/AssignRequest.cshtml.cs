using Microsoft.AspNetCore.Mvc;
using Saas.Modules.Requests.Model;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Requests.Processing;

/// <summary>Gives a request to a colleague, who then finds it among theirs. The resident sees nothing of it.</summary>
[Requires(RequestsPermissions.Process)]
internal sealed class AssignRequest(SaasDbContext db, CommuneClock clock, CurrentPerson person, AuditTrail trail, Colleagues colleagues) : RequestAct(db, clock, person, trail)
{
    [BindProperty]
    public Guid? To { get; set; }

    public IReadOnlyList<Colleague> Choices { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Choices = await colleagues.ListAsync(cancel);
        if (To is not null && Chosen is null)
        {
            ModelState.AddModelError(nameof(To), "Cette personne ne traite plus les demandes : choisissez quelqu’un d’autre.");
        }

        return await ActAsync(Chosen is null ? "Plus personne ne suit cette demande." : $"Demande confiée à {Chosen.Name}.", cancel);
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        var shown = await base.ShowAsync(cancel);
        Choices = await colleagues.ListAsync(cancel);
        To ??= Subject?.AssigneeId;
        return shown;
    }

    protected override bool IsPossible(Request request) => request.MayBeAssigned;

    protected override Task<TimelineEntry> DoAsync(Request request, CancellationToken cancel) =>
        Task.FromResult(request.Assign(EntryId, Author, Chosen?.AccountId, Chosen?.Name, Now));

    private Colleague? Chosen => Choices.FirstOrDefault(colleague => colleague.AccountId == To);
}
