using Microsoft.AspNetCore.Mvc;
using Saas.Shell.Identity;
using Saas.Shell.Provisioning;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Writing;

[Requires(SitePermissions.Edit)]
internal sealed class CreateNews(NewsEditing editing) : FormPage
{
    [BindProperty]
    public NewsInput Input { get; set; } = new();

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var slug = Slugs.Of(Input.TitleWritten);
        if (Input.TitleWritten.Length > 0 && slug.Length == 0)
        {
            ModelState.AddModelError("Input.Title", "Écrivez un titre avec des lettres ou des chiffres.");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync(cancel);
        }

        var item = await editing.AddAsync(slug, Input, cancel);
        if (item is null)
        {
            ModelState.AddModelError("Input.Title", "Une actualité porte déjà ce titre. Précisez-le, par exemple avec l’année, ou modifiez l’actualité qui existe.");
            return await ShowAsync(cancel);
        }

        TempData.Say("L’actualité est enregistrée en brouillon : les visiteurs ne la voient pas encore.");
        return Redirect($"/gestion/site/actualites/{item.Id}");
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
