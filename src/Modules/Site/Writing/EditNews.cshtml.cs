using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Site.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Writing;

[Requires(SitePermissions.Edit)]
internal sealed class EditNews(SaasDbContext db, NewsEditing editing) : FormPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public NewsInput Input { get; set; } = new();

    public NewsItem Stored { get; private set; } = null!;

    public OtherVersion? Other { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is { } item)
        {
            Input = NewsInput.Of(item);
        }

        return await ShowAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } item)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync(cancel);
        }

        Other = await editing.SaveAsync(item, Input, cancel);
        if (Other is not null)
        {
            ModelState.AddModelError("", Other.InWords);
            return await ShowAsync(cancel);
        }

        TempData.Say(item.PublishedAt is not null ? "L’actualité est enregistrée, les visiteurs la voient ainsi." : "Le brouillon est enregistré.");
        return Redirect($"/gestion/site/actualites/{item.Id}");
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        var item = await FindAsync(cancel);
        Stored = item!;
        return item is null ? NotFound() : Page();
    }

    private Task<NewsItem?> FindAsync(CancellationToken cancel) => db.News.SingleOrDefaultAsync(item => item.Id == Id, cancel);
}
