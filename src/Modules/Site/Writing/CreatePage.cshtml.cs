using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Site.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Provisioning;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Writing;

[Requires(SitePermissions.Edit)]
internal sealed class CreatePage(SaasDbContext db, PageEditing editing) : FormPage
{
    [BindProperty]
    public PageInput Input { get; set; } = new();

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

        var page = await db.StarterPages.AnyAsync(starter => starter.Slug == slug, cancel) ? null : await editing.AddAsync(slug, Input, publish: false, cancel);
        if (page is null)
        {
            ModelState.AddModelError("Input.Title", "Une page porte déjà ce titre. Choisissez-en un autre, ou modifiez la page qui existe.");
            return await ShowAsync(cancel);
        }

        TempData.Say("La page est enregistrée en brouillon : les visiteurs ne la voient pas encore.");
        return Redirect($"/gestion/site/pages/{page.Id}");
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
