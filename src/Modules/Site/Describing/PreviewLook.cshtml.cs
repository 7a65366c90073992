using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Saas.Modules.Site.Visiting;
using Saas.Shell.Identity;
using Saas.Shell.Tenancy;
using Saas.Shell.Theming;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Describing;

/// <summary>The home page in a look that is not saved. What cannot be worn is shown as the commune wears it.</summary>
[Requires(SitePermissions.Dress)]
[FramedByOwnSite]
internal sealed partial class PreviewLook(HomeContents contents, CurrentLook looks, ICurrentTenant current, CommunePictures pictures) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "theme")]
    public string? Theme { get; set; }

    [BindProperty(SupportsGet = true, Name = "couleur")]
    public string? Colour { get; set; }

    [BindProperty(SupportsGet = true, Name = "blason")]
    public Guid? Blason { get; set; }

    [BindProperty(SupportsGet = true, Name = "banniere")]
    public Guid? Banner { get; set; }

    [BindProperty(SupportsGet = true, Name = "petite")]
    public Guid? BannerSmall { get; set; }

    public HomeContent Home { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var worn = current.Tenant.Look;
        var chosen = new Look(
            Themes.All.Any(theme => theme.Name == Theme) ? Theme! : worn.Theme,
            Colour is not null && Hex().IsMatch(Colour) ? Colour : Theme is null ? worn.Accent : null,
            Blason,
            Banner,
            BannerSmall);
        looks.TryOn(Theme is not null && await pictures.KnowsAsync([.. chosen.Pictures], cancel)
            ? chosen
            : chosen with { Blason = worn.Blason, Banner = worn.Banner, BannerSmall = worn.BannerSmall });
        Home = await contents.ReadAsync(cancel);
    }

    [GeneratedRegex("^#[0-9a-f]{6}$")]
    private static partial Regex Hex();
}
