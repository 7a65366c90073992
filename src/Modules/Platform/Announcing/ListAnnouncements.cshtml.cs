using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Saas.Shell.Announcements;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Platform.Announcing;

/// <summary>What staff read now and soon, then what they read before.</summary>
[OnPlatform]
[Requires(PlatformPermissions.Operate)]
internal sealed class ListAnnouncements(SaasDbContext db, CommuneClock clock) : PageModel
{
    private const int PageSize = 20;

    [FromQuery(Name = "page")]
    public int? Asked { get; set; }

    public IReadOnlyList<Announcement> Live { get; private set; } = [];

    public IReadOnlyList<Announcement> Over { get; private set; } = [];

    public PagesOfList Pages { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var now = clock.Now;
        var all = db.Set<Announcement>().AsNoTracking();
        Live = await all.Where(announcement => announcement.WithdrawnAt == null && announcement.EndsAt > now)
            .OrderBy(announcement => announcement.StartsAt).ThenBy(announcement => announcement.Id).ToListAsync(cancel);
        var over = all.Where(announcement => announcement.WithdrawnAt != null || announcement.EndsAt <= now);
        var paging = Paging.Of(Asked, PageSize, await over.CountAsync(cancel));
        Pages = new PagesOfList(paging, AnnouncementDesk.List, []);
        Over = await over.OrderByDescending(announcement => announcement.StartsAt).ThenBy(announcement => announcement.Id).Skip(paging.Skip).Take(paging.Size).ToListAsync(cancel);
        return Page();
    }

    public AnnouncementState StateOf(Announcement row) => row.StateAt(clock.Now);

    public string When(DateTimeOffset instant) => clock.ShortMoment(instant);
}
