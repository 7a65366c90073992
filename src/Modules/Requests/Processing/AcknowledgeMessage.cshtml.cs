using Microsoft.AspNetCore.Mvc;
using Saas.Modules.Requests.Model;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Requests.Processing;

/// <summary>The resident's message is read and asks for no answer.</summary>
[Requires(RequestsPermissions.Process)]
internal sealed class AcknowledgeMessage(SaasDbContext db, CommuneClock clock, CurrentPerson person, AuditTrail trail) : RequestAct(db, clock, person, trail)
{
    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => ActAsync("Le message est marqué comme lu.", cancel);

    protected override bool IsPossible(Request request) => request.HasUnreadMessage;

    protected override Task<TimelineEntry> DoAsync(Request request, CancellationToken cancel) =>
        Task.FromResult(request.SetMessageRead(EntryId, Author, Now));
}
