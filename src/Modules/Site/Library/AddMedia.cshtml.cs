using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Saas.Modules.Site.Model;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Library;

/// <summary>Takes files into the library. Each for itself: one that is refused keeps none of the others out.</summary>
[Requires(SitePermissions.Edit)]
internal sealed class AddMedia(MediaLibrary library) : FormPage
{
    public const int MostFiles = 20;

    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    public IReadOnlyList<Media> Taken { get; private set; } = [];

    public MediaRoom Room { get; private set; } = null!;

    public IEnumerable<string> Refusals => ModelState[nameof(Files)]?.Errors.Select(error => error.ErrorMessage) ?? [];

    public string NextAddress => Taken.Any(media => !media.IsDescribed) ? $"{MediaLibrary.Address}/decrire" : MediaLibrary.Address;

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Files.Count is 0 or > MostFiles)
        {
            ModelState.AddModelError(nameof(Files), Files.Count == 0 ? "Choisissez au moins un fichier." : $"Choisissez {MostFiles} fichiers au plus à la fois : rien n’a été gardé.");
            return await ShowAsync(cancel);
        }

        var taken = new List<TakenMedia>();
        foreach (var file in Files)
        {
            taken.Add(await library.TakeAsync(file, picturesOnly: false, cancel));
        }

        Taken = [.. taken.Select(one => one.Media).OfType<Media>().DistinctBy(media => media.Id)];
        foreach (var refusal in taken.Select(one => one.Refusal).OfType<string>())
        {
            ModelState.AddModelError(nameof(Files), refusal);
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync(cancel);
        }

        var known = taken.Count(one => !one.IsNew);
        TempData.Say(known == 0
            ? $"{French.Count(Taken.Count, "fichier ajouté", "fichiers ajoutés")} à la bibliothèque."
            : $"{French.Count(known, "fichier était déjà", "fichiers étaient déjà")} dans la bibliothèque, {French.Count(taken.Count - known, "autre y est ajouté", "autres y sont ajoutés")}.");
        return Redirect(NextAddress);
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        Room = await library.RoomAsync(cancel);
        return Page();
    }
}
