using Microsoft.AspNetCore.Mvc;
using Saas.Modules.Requests.Model;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Requests.Processing;

[Requires(RequestsPermissions.Process)]
internal sealed class TakeRequest(SaasDbContext db, CommuneClock clock, CurrentPerson person, AuditTrail trail) : RequestAct(db, clock, person, trail)
{
    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => ActAsync("La demande est prise en charge.", cancel);

    protected override bool IsPossible(Request request) => request.MayBeTaken;

    protected override Task<TimelineEntry> DoAsync(Request request, CancellationToken cancel) =>
        Task.FromResult(request.Take(EntryId, Author, AccountId, Now));
}
