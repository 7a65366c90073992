using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Settings;
using Saas.Shell.Tenancy;
using Saas.Shell.Theming;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Describing;

/// <summary>Theme, colour, blason and banner, shown before they are saved. Pictures sent are kept at once, so that nothing is chosen twice.</summary>
[Requires(SitePermissions.Dress)]
internal sealed partial class ChooseLook(SaasDbContext db, ITenantSettings settings, ICurrentTenant current, ITenantDirectory directory, CommunePictures pictures, AuditTrail trail) : FormPage
{
    private const string Free = "libre";
    private const string Address = "/gestion/reglages/apparence";

    /// <summary>Colours that suit a commune, and their names.</summary>
    public static IReadOnlyList<(string Hex, string Name)> Palette { get; } =
    [
        ("#1f6f8b", "Bleu canard"), ("#2453a6", "Bleu roi"), ("#4b4fa8", "Lavande"), ("#2f6b3a", "Vert sapin"), ("#5b6b1f", "Olive"),
        ("#8a4b2a", "Terre cuite"), ("#9b2335", "Rouge carmin"), ("#7a3b69", "Prune"), ("#44525c", "Ardoise"),
    ];

    [BindProperty]
    public string Theme { get; set; } = "";

    /// <summary>A colour of the palette, empty for the theme's own, or « libre ».</summary>
    [BindProperty]
    public string? Choice { get; set; }

    [BindProperty]
    public string? OwnColour { get; set; }

    [BindProperty]
    public Guid? Blason { get; set; }

    [BindProperty]
    public Guid? Banner { get; set; }

    [BindProperty]
    public Guid? BannerSmall { get; set; }

    [BindProperty]
    public IFormFile? BlasonFile { get; set; }

    [BindProperty]
    public IFormFile? BannerFile { get; set; }

    [BindProperty]
    public bool RemoveBlason { get; set; }

    [BindProperty]
    public bool RemoveBanner { get; set; }

    /// <summary>« apercu » shows without saving, « revenir » takes the previous look; otherwise the choice is saved.</summary>
    [BindProperty]
    public string? Act { get; set; }

    [BindProperty]
    public string? Seen { get; set; }

    public Look? Previous { get; private set; }

    public string PreviewAddress
    {
        get
        {
            var query = new QueryBuilder { { "theme", Theme }, { "couleur", Accent } };
            foreach (var (name, picture) in new[] { ("blason", Blason), ("banniere", Banner), ("petite", BannerSmall) })
            {
                query.Add(name, picture?.ToString() ?? "");
            }

            return $"{Address}/apercu{query}";
        }
    }

    private string Accent => (Choice == Free ? OwnColour ?? "" : Choice ?? "").Trim().ToLowerInvariant();

    private Look Chosen => new(Theme, Accent.Length == 0 ? null : Accent, Blason, Banner, BannerSmall);

    public static string InWords(Look look) => string.Join(", ", new[]
    {
        $"Thème {Themes.All.FirstOrDefault(theme => theme.Name == look.Theme)?.Title ?? look.Theme}",
        look.Accent is null ? "couleur du thème" : Palette.FirstOrDefault(colour => colour.Hex == look.Accent).Name?.ToLower(French.Culture) ?? $"couleur {look.Accent}",
        look.Blason is null ? "sans blason" : "avec blason",
        look.Banner is null ? "sans photo" : "avec photo",
    });

    public Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Fill(current.Tenant.Look);
        return ShowAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Act == "revenir")
        {
            return await GoBackAsync(cancel);
        }

        await TakePicturesAsync(cancel);
        await CheckAsync(cancel);
        if (!ModelState.IsValid || Act == "apercu")
        {
            return await ShowAsync(cancel);
        }

        return await WearAsync(Chosen, "L’apparence est enregistrée. Le site et la gestion la portent dès maintenant.", cancel);
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        if (Theme.Length == 0)
        {
            Fill(current.Tenant.Look);
        }

        Seen ??= Shell.Web.Seen.Of(current.Tenant.Look);
        Previous = (await settings.GetAsync<SiteSettings>(cancel)).PreviousLook;
        return Page();
    }

    private void Fill(Look look)
    {
        Theme = look.Theme;
        Choice = look.Accent is null ? "" : Palette.Any(colour => colour.Hex == look.Accent) ? look.Accent : Free;
        OwnColour = look.Accent ?? Palette[0].Hex;
        (Blason, Banner, BannerSmall) = (look.Blason, look.Banner, look.BannerSmall);
    }

    private async Task TakePicturesAsync(CancellationToken cancel)
    {
        Blason = RemoveBlason ? null : Blason;
        (Banner, BannerSmall) = RemoveBanner ? (null, null) : (Banner, BannerSmall);
        if (BlasonFile is not null)
        {
            await using var content = BlasonFile.OpenReadStream();
            var (picture, refusal) = await pictures.TakeBlasonAsync(BlasonFile.FileName, content, cancel);
            Blason = picture ?? Blason;
            Refuse(nameof(BlasonFile), refusal);
        }

        if (BannerFile is not null)
        {
            await using var content = BannerFile.OpenReadStream();
            var (picture, small, refusal) = await pictures.TakeBannerAsync(BannerFile.FileName, content, cancel);
            (Banner, BannerSmall) = picture is null || small is null ? (Banner, BannerSmall) : (picture, small);
            Refuse(nameof(BannerFile), refusal);
        }

        await db.SaveChangesAsync(cancel);
    }

    private void Refuse(string field, string? refusal)
    {
        if (refusal is not null)
        {
            ModelState.AddModelError(field, refusal);
        }
    }

    private async Task CheckAsync(CancellationToken cancel)
    {
        if (Themes.All.All(theme => theme.Name != Theme))
        {
            Theme = current.Tenant.Look.Theme;
            ModelState.AddModelError(nameof(Theme), "Choisissez un thème de la liste.");
        }

        if (Accent.Length > 0 && !Hex().IsMatch(Accent))
        {
            ModelState.AddModelError(Choice == Free ? nameof(OwnColour) : nameof(Choice), "Choisissez une couleur de la liste, ou écrivez-la comme #1f6f8b.");
            (Choice, OwnColour) = ("", Palette[0].Hex);
        }

        if (!await pictures.KnowsAsync([.. Chosen.Pictures], cancel))
        {
            var worn = current.Tenant.Look;
            (Blason, Banner, BannerSmall) = (worn.Blason, worn.Banner, worn.BannerSmall);
            ModelState.AddModelError(nameof(BlasonFile), "Une image choisie n’est plus là. Choisissez-la à nouveau.");
        }
    }

    private async Task<IActionResult> GoBackAsync(CancellationToken cancel)
    {
        var previous = (await settings.GetAsync<SiteSettings>(cancel)).PreviousLook;
        Fill(previous ?? current.Tenant.Look);
        return await WearAsync(Chosen, "L’apparence précédente est revenue.", cancel);
    }

    private async Task<IActionResult> WearAsync(Look look, string said, CancellationToken cancel)
    {
        var id = current.Tenant.Id;
        var row = await db.Set<TenantRow>().SingleAsync(tenant => tenant.Id == id, cancel);
        var worn = row.Look;
        if (worn != look)
        {
            if (Seen != Shell.Web.Seen.Of(worn))
            {
                Seen = Shell.Web.Seen.Of(worn);
                ModelState.AddModelError(nameof(Theme), "L’apparence a été changée entre-temps par un collègue. Vos choix sont gardés ci-dessous : enregistrez à nouveau pour qu’ils remplacent les siens.");
                return await ShowAsync(cancel);
            }

            row.Wear(look);
            trail.Note(AuditKind.Settings, "a changé l’apparence du site", Address, Changes(worn, look));
            await settings.SetAsync((await settings.GetAsync<SiteSettings>(cancel)) with { PreviousLook = worn }, cancel);
            await db.SaveChangesAsync(cancel);
            await directory.RefreshAsync(id, cancel);
        }

        TempData.Say(said);
        return Redirect(Address);
    }

    private static IReadOnlyList<AuditChange> Changes(Look before, Look after) =>
    [
        .. AuditChange.Among(("Thème", before.Theme, after.Theme), ("Couleur", before.Accent ?? "celle du thème", after.Accent ?? "celle du thème")),
        .. AuditChange.OfText("Blason", before.Blason?.ToString(), after.Blason?.ToString()),
        .. AuditChange.OfText("Photo de la bannière", before.Banner?.ToString(), after.Banner?.ToString()),
    ];

    [GeneratedRegex("^#[0-9a-f]{6}$")]
    private static partial Regex Hex();
}
