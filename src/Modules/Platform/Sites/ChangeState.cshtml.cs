using Microsoft.AspNetCore.Mvc;
using Saas.Shell.Audit;
using Saas.Shell.Identity;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Platform.Sites;

/// <summary>Prepares, opens or closes a site. A closed one shows visitors and staff its notice, and keeps everything.</summary>
[OnPlatform]
[Requires(PlatformPermissions.Operate)]
internal sealed class ChangeState(EditedSite sites) : FormPage
{
    private const int LongestNotice = 1_000;

    private TenantRow _site = null!;

    [BindProperty(Name = "id", SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public TenantState? State { get; set; }

    [BindProperty]
    public string? Notice { get; set; }

    /// <summary>What this form was filled in from.</summary>
    [BindProperty]
    public string? SeenThen { get; set; }

    public string SiteName => _site.Name;

    public string Back => EditedSite.AddressOf(_site);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await sites.FindAsync(Id, cancel) is not { } site)
        {
            return NotFound();
        }

        (State, Notice, SeenThen) = (site.State, site.Notice, SeenOf(site));
        return await ShowAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await ShowAsync(cancel) is NotFoundResult gone)
        {
            return gone;
        }

        Check();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var before = (_site.State, _site.Notice);
        _site.State = State!.Value;
        _site.Notice = State == TenantState.Disabled ? Notice!.ReplaceLineEndings("\n").Trim() : null;
        await sites.SaveAsync(_site, $"a changé l’état du site de {_site.Name}", AuditChange.Among(("État", TitleOf(before.State), TitleOf(_site.State)), ("Message", before.Notice, _site.Notice)), cancel);
        TempData.Say(State switch
        {
            TenantState.Open => "Le site est ouvert à tous.",
            TenantState.Preparing => "Le site est en préparation.",
            _ => "Le site est fermé : ses visiteurs lisent votre message. Tout est conservé.",
        });
        return LocalRedirect(Back);
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        _site = (await sites.FindAsync(Id, cancel))!;
        return _site is null ? NotFound() : Page();
    }

    private void Check()
    {
        if (State is null || !Enum.IsDefined(State.Value))
        {
            ModelState.AddModelError(nameof(State), "Choisissez un état.");
        }

        if (State == TenantState.Disabled && string.IsNullOrWhiteSpace(Notice))
        {
            ModelState.AddModelError(nameof(Notice), "Écrivez ce que les visiteurs liront à la place du site.");
        }

        if (Notice?.Length > LongestNotice)
        {
            ModelState.AddModelError(nameof(Notice), "Ce message est trop long : 1 000 signes au plus.");
        }

        if (SeenThen != SeenOf(_site))
        {
            ModelState.AddModelError("", $"Quelqu’un a changé l’état du site entre-temps : il est maintenant « {TitleOf(_site.State)} ». Votre choix est encore ici : enregistrez à nouveau pour l’appliquer.");
            ModelState.Remove(nameof(SeenThen));
            SeenThen = SeenOf(_site);
        }
    }

    public static string TitleOf(TenantState state) => state switch
    {
        TenantState.Open => "ouvert",
        TenantState.Preparing => "en préparation",
        _ => "fermé",
    };

    private static string SeenOf(TenantRow site) => Seen.Of(new { site.State, site.Notice });
}
