using Microsoft.AspNetCore.Mvc;
using Saas.Shell.Announcements;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Platform.Announcing;

/// <summary>Takes an announcement off every page at once; it comes back by one click.</summary>
[OnPlatform]
[Requires(PlatformPermissions.Operate)]
internal sealed class WithdrawAnnouncement(AnnouncementDesk desk, CommuneClock clock) : FormPage
{
    [BindProperty(Name = "id", SupportsGet = true)]
    public Guid Id { get; set; }

    public Announcement Stored { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await ShowAsync(cancel) is NotFoundResult gone)
        {
            return gone;
        }

        if (Stored.StateAt(clock.Now) is AnnouncementState.Coming or AnnouncementState.Current)
        {
            Stored.Withdraw(clock.Now);
            await desk.SaveAsync(Stored, "a retiré", [], cancel);
        }

        TempData.Say("L’annonce est retirée.", undo: $"{AnnouncementDesk.AddressOf(Stored)}/retablir");
        return LocalRedirect(AnnouncementDesk.List);
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Stored = (await desk.FindAsync(Id, cancel))!;
        return Stored is null ? NotFound() : Page();
    }
}
