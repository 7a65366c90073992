using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Saas.Shell.Audit;
using Saas.Shell.Identity;
using Saas.Shell.Modules;
using Saas.Shell.Tenancy;
using Saas.Shell.Theming;
using Saas.Shell.Web;

namespace Saas.Modules.Platform.Sites;

/// <summary>Which optional modules a site has, and which theme it wears; what a group is called, a commune being called what INSEE says.</summary>
[OnPlatform]
[Requires(PlatformPermissions.Operate)]
internal sealed class EditSettings(EditedSite sites, ModuleCatalog catalog) : FormPage
{
    private TenantRow _site = null!;

    [BindProperty(Name = "id", SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public List<string> Modules { get; set; } = [];

    [BindProperty]
    public string? Theme { get; set; }

    [BindProperty]
    [StringLength(200, ErrorMessage = "Ce nom est trop long : 200 signes au plus.")]
    public string? GroupName { get; set; }

    /// <summary>What this form was filled in from.</summary>
    [BindProperty]
    public string? SeenThen { get; set; }

    public string SiteName => _site.Name;

    public bool IsGroup => _site.Kind == TenantKind.Group;

    public string Title => IsGroup ? "Nom, modules et thème" : "Modules et thème";

    public string Back => EditedSite.AddressOf(_site);

    public IReadOnlyList<SaasModule> Optional => [.. catalog.All.Where(module => module.IsOptional)];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await sites.FindAsync(Id, cancel) is not { } site)
        {
            return NotFound();
        }

        (Modules, Theme, GroupName, SeenThen) = ([.. site.Modules], site.Theme, site.Name, SeenOf(site));
        return await ShowAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await ShowAsync(cancel) is NotFoundResult gone)
        {
            return gone;
        }

        if (ThemeCatalog.All.All(theme => theme.Name != Theme))
        {
            ModelState.AddModelError(nameof(Theme), "Choisissez un thème de la liste.");
        }

        if (IsGroup && string.IsNullOrWhiteSpace(GroupName))
        {
            ModelState.AddModelError(nameof(GroupName), "Indiquez le nom du groupe.");
        }

        if (SeenThen != SeenOf(_site))
        {
            ModelState.AddModelError("", "Quelqu’un a changé ces réglages entre-temps. Vos choix sont encore ici : vérifiez-les, puis enregistrez à nouveau.");
            ModelState.Remove(nameof(SeenThen));
            SeenThen = SeenOf(_site);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var before = (_site.Name, Modules: string.Join(", ", _site.Modules), _site.Theme);
        _site.Name = IsGroup ? GroupName!.Trim() : _site.Name;

        // One that an older version of the application does not know stays on.
        var optional = Optional.Select(module => module.Name).ToHashSet(StringComparer.Ordinal);
        _site.Modules = [.. Optional.Select(module => module.Name).Where(Modules.Contains), .. _site.Modules.Where(name => !optional.Contains(name))];
        _site.Theme = Theme!;
        await sites.SaveAsync(_site, $"a changé {(IsGroup ? "le nom, les modules ou le thème" : "les modules ou le thème")} de {before.Name}", AuditChange.Among(("Nom", before.Name, _site.Name), ("Modules", before.Modules, string.Join(", ", _site.Modules)), ("Thème", before.Theme, _site.Theme)), cancel);
        TempData.Say("Les réglages du site sont enregistrés.");
        return LocalRedirect(Back);
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        _site = (await sites.FindAsync(Id, cancel))!;
        return _site is null ? NotFound() : Page();
    }

    private static string SeenOf(TenantRow site) => Seen.Of(new { site.Name, site.Modules, site.Theme });
}
