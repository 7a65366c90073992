using Microsoft.AspNetCore.Mvc;
using Saas.Shell.Announcements;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Platform.Announcing;

/// <summary>Brings back an announcement that was withdrawn, for what is left of its time.</summary>
[OnPlatform]
[Requires(PlatformPermissions.Operate)]
internal sealed class RestoreAnnouncement(AnnouncementDesk desk, CommuneClock clock) : FormPage
{
    [BindProperty(Name = "id", SupportsGet = true)]
    public Guid Id { get; set; }

    public Announcement Stored { get; private set; } = null!;

    public string Span => desk.Span(Stored);

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await ShowAsync(cancel) is NotFoundResult gone)
        {
            return gone;
        }

        if (Stored.EndsAt <= clock.Now)
        {
            ModelState.AddModelError("", "Le temps de cette annonce est passé : elle n’a pas été rétablie. Écrivez-en une nouvelle.");
            return Page();
        }

        if (Stored.WithdrawnAt is not null)
        {
            Stored.Restore();
            await desk.SaveAsync(Stored, "a rétabli", [], cancel);
        }

        TempData.Say("L’annonce est rétablie.");
        return LocalRedirect(AnnouncementDesk.List);
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Stored = (await desk.FindAsync(Id, cancel))!;
        return Stored is null ? NotFound() : Page();
    }
}
