using Microsoft.AspNetCore.Mvc;
using Saas.Shell.Announcements;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Platform.Announcing;

/// <summary>Writes to the staff of every commune.</summary>
[OnPlatform]
[Requires(PlatformPermissions.Operate)]
internal sealed class CreateAnnouncement(AnnouncementDesk desk, CommuneClock clock) : FormPage
{
    [BindProperty]
    public AnnouncementInput Input { get; set; } = new();

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var from = Input.From is { } typed ? clock.ToInstant(typed) : clock.Now;
        Input.Check(ModelState, from, clock);
        if (!ModelState.IsValid)
        {
            return await ShowAsync(cancel);
        }

        var announcement = new Announcement(Input.Id == Guid.Empty ? Guid.CreateVersion7() : Input.Id);
        announcement.Say(Input.Written, Input.Level, from, clock.ToInstant(Input.Until!.Value));
        await desk.AddAsync(announcement, cancel);
        TempData.Say(announcement.StateAt(clock.Now) == AnnouncementState.Coming
            ? $"L’annonce sera affichée {desk.Span(announcement)}."
            : $"L’annonce est affichée dans toutes les communes, jusqu’au {clock.Moment(announcement.EndsAt)}.");
        return LocalRedirect(AnnouncementDesk.List);
    }

    public override Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        if (Input.Id == Guid.Empty)
        {
            ModelState.Remove("Input.Id");
            Input.Id = Guid.CreateVersion7();
        }

        return Task.FromResult<IActionResult>(Page());
    }
}
