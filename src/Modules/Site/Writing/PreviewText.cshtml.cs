using Microsoft.AspNetCore.Mvc;
using Saas.Modules.Site.Model;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Writing;

/// <summary>What is being written, as visitors would read it. Nothing is saved.</summary>
[Requires(SitePermissions.Edit)]
internal sealed class PreviewText(CommuneSite site) : FormPage
{
    [BindProperty]
    public NewsInput Input { get; set; } = new();

    public PageText Text { get; private set; } = null!;

    public IActionResult OnGet() => Redirect("/gestion/site");

    public Task<IActionResult> OnPostAsync(CancellationToken cancel) => ShowAsync(cancel);

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        Text = site.Filled(
            new PageText("", Input.TitleWritten.Length == 0 ? "(sans titre)" : Input.TitleWritten, RichText.Clean(Input.Body, withPictures: true), await site.FindPictureAsync(Input.Picture, cancel)),
            await site.HallAsync(cancel));
        return Page();
    }
}
