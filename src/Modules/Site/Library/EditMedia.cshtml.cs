using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Site.Model;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Library;

/// <summary>What is said of a media: its name, what it shows, what of it stays in sight. And where it is used.</summary>
[Requires(SitePermissions.Edit)]
internal sealed class EditMedia(SaasDbContext db, MediaLibrary library, AuditTrail trail) : FormPage
{
    [BindProperty(Name = "id", SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Donnez un nom au fichier.")]
    [StringLength(Media.LongestName, ErrorMessage = "Le nom est trop long : 120 caractères au plus.")]
    public string? Name { get; set; }

    [BindProperty]
    [StringLength(Media.LongestAlternative, ErrorMessage = "La description est trop longue : 250 caractères au plus.")]
    public string? Alternative { get; set; }

    [BindProperty]
    public bool Decorates { get; set; }

    [BindProperty]
    public FocalPoint Focus { get; set; } = FocalPoint.Center;

    /// <summary>What this form was filled in from.</summary>
    [BindProperty]
    public string? SeenThen { get; set; }

    public Media Stored { get; private set; } = null!;

    public IReadOnlyList<Content> Uses { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await db.Set<Media>().SingleOrDefaultAsync(media => media.Id == Id, cancel) is not { } stored)
        {
            return NotFound();
        }

        if (stored.DeletedAt is not null)
        {
            return Redirect($"{stored.StaffAddress}/retablir");
        }

        ModelState.Clear();
        (Name, Alternative, Decorates, Focus, SeenThen) = (stored.Name, stored.Alternative, stored.Alternative is "", stored.Focus, SeenOf(stored));
        return await ShowAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } stored)
        {
            return NotFound();
        }

        var words = Decorates ? "" : (Alternative ?? "").Trim();
        if (stored.IsPicture && !Decorates && words.Length == 0)
        {
            ModelState.AddModelError(nameof(Alternative), "Dites en quelques mots ce que montre l’image, ou cochez « Image décorative ».");
        }

        if (SeenThen != SeenOf(stored) && !Says(stored, words))
        {
            ModelState.AddModelError("", "Quelqu’un a changé ce fichier entre-temps. Ce que vous avez écrit est encore ici : vérifiez-le, puis enregistrez à nouveau.");
            ModelState.Remove(nameof(SeenThen));
            SeenThen = SeenOf(stored);
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync(cancel);
        }

        await ChangeAsync(stored, words, cancel);
        TempData.Say($"« {stored.Name} » est enregistré.");
        return Redirect(stored.StaffAddress);
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } stored)
        {
            return NotFound();
        }

        Stored = stored;
        Uses = await library.UsesAsync(Id, cancel);
        return Page();
    }

    private async Task ChangeAsync(Media stored, string words, CancellationToken cancel)
    {
        var before = (stored.Name, stored.Alternative, stored.Focus);
        stored.Rename(French.OneLine(Name));
        if (stored.IsPicture)
        {
            stored.Describe(words);
            stored.FocusOn(Focus);
        }

        trail.Note(
            AuditKind.Site,
            $"a modifié « {stored.Name} » dans la bibliothèque",
            stored.StaffAddress,
            AuditChange.Among(("Nom", before.Name, stored.Name), ("Description", before.Alternative, stored.Alternative), ("Partie visible", before.Focus.Title(), stored.Focus.Title())));
        await db.SaveChangesAsync(cancel);
    }

    private Task<Media?> FindAsync(CancellationToken cancel) => db.Medias.SingleOrDefaultAsync(media => media.Id == Id, cancel);

    private bool Says(Media stored, string words) => stored.Name == French.OneLine(Name) && (!stored.IsPicture || (stored.Alternative == words && stored.Focus == Focus));

    private static string SeenOf(Media media) => Seen.Of(new { media.Name, media.Alternative, media.Focus });
}
