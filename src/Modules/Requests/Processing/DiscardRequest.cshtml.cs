using Microsoft.AspNetCore.Mvc;
using Saas.Modules.Requests.Model;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Requests.Processing;

/// <summary>Staff confirm that a request set aside is unwanted: it is closed and nobody is written to.</summary>
[Requires(RequestsPermissions.Process)]
internal sealed class DiscardRequest(SaasDbContext db, CommuneClock clock, CurrentPerson person, AuditTrail trail) : RequestAct(db, clock, person, trail)
{
    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => ActAsync("La demande reste parmi les indésirables.", cancel);

    protected override bool IsPossible(Request request) => request.MayBeDiscarded;

    protected override Task<TimelineEntry> DoAsync(Request request, CancellationToken cancel) =>
        Task.FromResult(request.Discard(EntryId, Author, Now));
}
