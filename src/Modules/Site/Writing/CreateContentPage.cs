using Microsoft.AspNetCore.Mvc;
using Saas.Modules.Site.Model;
using Saas.Shell.Provisioning;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Writing;

/// <summary>The page where a content of one kind begins.</summary>
internal abstract class CreateContentPage<TContent, TInput>(ContentEditing editing, ContentPictures pictures) : FormPage
    where TContent : Content
    where TInput : ContentInput, new()
{
    [BindProperty]
    public TInput Input { get; set; } = new();

    [BindProperty]
    public string? Act { get; set; }

    /// <summary>Where the reader is told that the title is taken.</summary>
    protected abstract string AlreadyThere { get; }

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await pictures.TakeAsync(Input, Act, ModelState, cancel))
        {
            return await ShowAsync(cancel);
        }

        var slug = Slugs.Of(Input.TitleWritten);
        if (Input.TitleWritten.Length > 0 && slug.Length == 0)
        {
            ModelState.AddModelError($"{nameof(Input)}.{Input.TitleField}", "Écrivez un titre avec des lettres ou des chiffres.");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync(cancel);
        }

        var content = await IsFreeAsync(slug, cancel) ? await editing.CreateAsync(Input, slug, Make, cancel) : null;
        if (content is null)
        {
            ModelState.AddModelError($"{nameof(Input)}.{Input.TitleField}", AlreadyThere);
            return await ShowAsync(cancel);
        }

        TempData.Say($"{content.Kind.Subject} est {content.Kind.Agreed("enregistré")} en brouillon : les visiteurs ne {(content.Kind.Feminine ? "la" : "le")} voient pas encore.");
        return Redirect(content.StaffAddress);
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

    protected abstract TContent Make(Guid id, string slug);

    protected virtual Task<bool> IsFreeAsync(string slug, CancellationToken cancel) => Task.FromResult(true);
}
