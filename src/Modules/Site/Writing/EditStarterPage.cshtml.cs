using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Site.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Writing;

/// <summary>The first save makes the commune's own copy; until then the commune follows the starter text.</summary>
[Requires(SitePermissions.Edit)]
internal sealed class EditStarterPage(SaasDbContext db, ContentEditing editing, ContentPictures pictures) : FormPage
{
    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = "";

    [BindProperty]
    public PageInput Input { get; set; } = new();

    [BindProperty]
    public string? Act { get; set; }

    public StarterPage Starter { get; private set; } = null!;

    public OtherVersion? Other { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await FindOwnAsync(cancel) is { } own)
        {
            return Redirect($"/gestion/site/pages/{own.Id}");
        }

        if (await FindStarterAsync(cancel) is { } starter)
        {
            Input = new PageInput { Id = Guid.CreateVersion7(), Title = starter.Title, Body = starter.Body, MenuOrder = starter.MenuOrder };
        }

        return await ShowAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await FindStarterAsync(cancel) is null)
        {
            return NotFound();
        }

        if (await pictures.TakeAsync(Input, Act, ModelState, cancel))
        {
            return await ShowAsync(cancel);
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync(cancel);
        }

        // Visitors already read the starter text there: the commune's own takes its place at once. It may be there already,
        // from a colleague or from the first of two clicks.
        var own = await FindOwnAsync(cancel) ?? await editing.AddAsync(new Page(Input.Id, Slug), Input.ToWording(), publish: true, cancel) ?? await FindOwnAsync(cancel);
        if (own is null)
        {
            return NotFound();
        }

        Other = await editing.SaveAsync(own, Input.ToWording(), Input.Version, "a modifié", cancel);
        if (Other is not null)
        {
            Input.Version = Other.Number;
            ModelState.AddModelError("", Other.InWords);
            return await ShowAsync(cancel);
        }

        TempData.Say("Votre version de la page est enregistrée, les visiteurs la voient à la place du texte de départ.");
        return Redirect($"/gestion/site/pages/{own.Id}");
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        var starter = await FindStarterAsync(cancel);
        Starter = starter!;
        return starter is null ? NotFound() : Page();
    }

    private Task<StarterPage?> FindStarterAsync(CancellationToken cancel) => db.StarterPages.SingleOrDefaultAsync(starter => starter.Slug == Slug, cancel);

    private async Task<Content?> FindOwnAsync(CancellationToken cancel) => await db.Pages.SingleOrDefaultAsync(page => page.Slug == Slug, cancel);
}
