using Microsoft.AspNetCore.Mvc;
using Saas.Modules.Requests.Model;
using Saas.Modules.Requests.Receiving;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Requests.Processing;

/// <summary>A request set aside by mistake joins the others, and is announced as any other.</summary>
[Requires(RequestsPermissions.Process)]
internal sealed class ReleaseRequest(SaasDbContext db, CommuneClock clock, CurrentPerson person, AuditTrail trail, RequestAnnouncement announcement) : RequestAct(db, clock, person, trail)
{
    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        ActAsync("La demande est sortie des indésirables. Elle est à traiter.", cancel);

    protected override bool IsPossible(Request request) => request.IsQuarantined;

    protected override async Task<TimelineEntry> DoAsync(Request request, CancellationToken cancel)
    {
        var entry = request.Release(EntryId, Author, Now);
        await announcement.WriteAsync(request, cancel);
        return entry;
    }
}
