using Microsoft.AspNetCore.Mvc;
using Saas.Shell.Announcements;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Accounts.Announcements;

/// <summary>What the operator has to say, also to whoever folded it away; where the button of each page sends what is to be folded.</summary>
[Requires(AccountsPermissions.Work)]
internal sealed class ReadAnnouncements(CurrentAnnouncements current, FoldedAnnouncements folded, CommuneClock clock) : FormPage
{
    private const string Here = "/gestion/annonces";

    [BindProperty]
    public Guid? Fold { get; set; }

    [BindProperty]
    public Guid? Unfold { get; set; }

    /// <summary>The page one was on.</summary>
    [BindProperty]
    public string? Back { get; set; }

    public IReadOnlyList<ShownAnnouncement> Shown { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    public IActionResult OnPost()
    {
        if (Fold is { } read)
        {
            folded.Fold(read);
        }
        else if (Unfold is { } wanted)
        {
            folded.Unfold(wanted);
        }

        return LocalRedirect(Back?.StartsWith("/gestion", StringComparison.Ordinal) == true && Url.IsLocalUrl(Back) ? Back : Here);
    }

    public override Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Shown = current.Shown;
        return Task.FromResult<IActionResult>(Page());
    }

    public bool IsFolded(ShownAnnouncement announcement) => folded.IsFolded(announcement);

    public string Until(ShownAnnouncement announcement) => clock.Moment(announcement.EndsAt);
}
