using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Site.Library;
using Saas.Modules.Site.Model;
using Saas.Modules.Site.Writing;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Reviewing;

/// <summary>What changed since a version, and the way back to it. Taking it up again makes a new version: nothing is lost.</summary>
[Requires(SitePermissions.Edit)]
internal sealed class CompareVersion(SaasDbContext db, ContentEditing editing, MediaInText medias) : ContentPage(db)
{
    private readonly SaasDbContext _db = db;

    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    /// <summary>The version in place when the comparison was shown.</summary>
    [BindProperty]
    public int Read { get; set; }

    public SavedVersion Old { get; private set; } = null!;

    public IReadOnlyList<(string What, string? Before, string? Now)> Lines { get; private set; } = [];

    public IReadOnlyList<TextPiece> Pieces { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } stored || await FindVersionAsync(cancel) is not { } version)
        {
            return NotFound();
        }

        if (await editing.SaveAsync(stored, version.Wording, Read, $"a repris la version {Number} pour", cancel) is { } other)
        {
            ModelState.Clear();
            ModelState.AddModelError("", $"{other.Author ?? "Quelqu’un"} vient d’enregistrer une autre version. Rien n’a été repris : relisez la comparaison ci-dessous.");
            return await ShowAsync(cancel);
        }

        TempData.Say($"La version {Number} est reprise. Celle d’avant reste dans la liste des versions.");
        return Redirect(stored.StaffAddress);
    }

    protected override async Task<bool> PrepareAsync(CancellationToken cancel)
    {
        if (await FindVersionAsync(cancel) is not { } version)
        {
            return false;
        }

        Old = version;
        Read = Stored.Version;
        var now = Stored.Wording;
        Lines = [.. version.Wording.Lines.Zip(now.Lines, (before, after) => (after.What, before.Value, after.Value)).Where(line => (line.Item2 ?? "") != (line.Item3 ?? ""))];
        if (version.Wording.Picture != now.Picture)
        {
            Lines = [.. Lines, ("Image", await medias.NameAsync(version.Wording.Picture, cancel), await medias.NameAsync(now.Picture, cancel))];
        }

        Pieces = TextPiece.Compare(version.Wording.Whole, now.Whole);
        return true;
    }

    private Task<SavedVersion?> FindVersionAsync(CancellationToken cancel) =>
        _db.SavedVersions.AsNoTracking().SingleOrDefaultAsync(version => version.ContentId == Id && version.Number == Number, cancel);
}
