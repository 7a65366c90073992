using Microsoft.AspNetCore.Mvc;
using Saas.Shell.Announcements;
using Saas.Shell.Audit;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Platform.Announcing;

/// <summary>Changes an announcement that is shown or will be; one that is over is read only.</summary>
[OnPlatform]
[Requires(PlatformPermissions.Operate)]
internal sealed class EditAnnouncement(AnnouncementDesk desk, CommuneClock clock) : FormPage
{
    [BindProperty(Name = "id", SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public AnnouncementInput Input { get; set; } = new();

    /// <summary>What this form was filled in from.</summary>
    [BindProperty]
    public string? SeenThen { get; set; }

    public Announcement Stored { get; private set; } = null!;

    public AnnouncementState State => Stored.StateAt(clock.Now);

    public bool MayBeChanged => State is AnnouncementState.Coming or AnnouncementState.Current;

    public bool MayComeBack => State == AnnouncementState.Withdrawn && Stored.EndsAt > clock.Now;

    public string Span => desk.Span(Stored);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await ShowAsync(cancel) is NotFoundResult gone)
        {
            return gone;
        }

        Input.Take(Stored, clock);
        SeenThen = SeenOf(Stored);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await ShowAsync(cancel) is NotFoundResult gone)
        {
            return gone;
        }

        var from = Input.From is { } typed ? clock.ToInstant(typed) : clock.Now;
        Check(from);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var before = (Stored.Text, Level: LevelOf(Stored), Span);
        Stored.Say(Input.Written, Input.Level, from, clock.ToInstant(Input.Until!.Value));
        await desk.SaveAsync(Stored, "a changé", AuditChange.Among(("Texte", before.Text, Stored.Text), ("Niveau", before.Level, LevelOf(Stored)), ("Affichée", before.Span, Span)), cancel);
        TempData.Say("L’annonce est enregistrée.");
        return LocalRedirect(AnnouncementDesk.List);
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Stored = (await desk.FindAsync(Id, cancel))!;
        return Stored is null ? NotFound() : Page();
    }

    private void Check(DateTimeOffset from)
    {
        Input.Check(ModelState, from, clock);
        if (!MayBeChanged)
        {
            ModelState.AddModelError("", "Cette annonce n’est plus affichée : rien n’a été changé. Écrivez-en une nouvelle.");
        }
        else if (SeenThen != SeenOf(Stored))
        {
            ModelState.AddModelError("", "Quelqu’un a changé cette annonce entre-temps : elle est au-dessus, telle qu’elle est maintenant. Votre texte est encore ici : enregistrez à nouveau pour le garder.");
            ModelState.Remove(nameof(SeenThen));
            SeenThen = SeenOf(Stored);
        }
    }

    private static string LevelOf(Announcement stored) => stored.Level == AnnouncementLevel.Vigilance ? "vigilance" : "information";

    private static string SeenOf(Announcement stored) => Seen.Of(new { stored.Text, stored.Level, stored.StartsAt, stored.EndsAt, stored.WithdrawnAt });
}
