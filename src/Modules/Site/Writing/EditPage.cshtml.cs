using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Site.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Writing;

[Requires(SitePermissions.Edit)]
internal sealed class EditPage(SaasDbContext db, PageEditing editing) : FormPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public PageInput Input { get; set; } = new();

    public Page Stored { get; private set; } = null!;

    public OtherVersion? Other { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is { } page)
        {
            Input = PageInput.Of(page);
        }

        return await ShowAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } page)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync(cancel);
        }

        Other = await editing.SaveAsync(page, Input, cancel);
        if (Other is not null)
        {
            ModelState.AddModelError("", Other.InWords);
            return await ShowAsync(cancel);
        }

        TempData.Say(page.Published ? "La page est enregistrée, les visiteurs la voient ainsi." : "Le brouillon est enregistré.");
        return Redirect($"/gestion/site/pages/{page.Id}");
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        var page = await FindAsync(cancel);
        Stored = page!;
        return page is null ? NotFound() : Page();
    }

    private Task<Page?> FindAsync(CancellationToken cancel) => db.Pages.SingleOrDefaultAsync(page => page.Id == Id, cancel);
}
