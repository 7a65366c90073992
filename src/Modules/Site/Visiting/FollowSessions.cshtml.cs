using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Site.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Visiting;

/// <summary>The council's sessions of late and to come, for another agenda to follow.</summary>
[Public]
[SameForEveryVisitor]
internal sealed class FollowSessions(SaasDbContext db, EventCalendar calendars, ICurrentTenant current, CommuneClock clock) : PageModel
{
    private const int Most = 50;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => calendars.Answer(
        $"{current.Words.Council.Name} {CommuneName.Of(current.Tenant.Name)}",
        await db.Sessions.AsNoTracking().ShownAt(clock.Now).OrderByDescending(session => session.StartsOn).ThenBy(session => session.Id).Take(Most).ToListAsync(cancel));
}
