using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Platform.Sites;

/// <summary>The domains that lead to a site. Adding one changes nothing for visitors until it is made the main one.</summary>
[OnPlatform]
[Requires(PlatformPermissions.Operate)]
internal sealed class EditDomains(SaasDbContext db, EditedSite sites, SiteAddress addresses, IOptions<PlatformOptions> platform) : FormPage
{
    private TenantRow _site = null!;

    [BindProperty(Name = "id", SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Domain { get; set; }

    /// <summary>The domain to lead everyone to; empty for the address on the platform.</summary>
    [BindProperty]
    public string? Canonical { get; set; }

    [BindProperty]
    public string? Remove { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public string SiteName => _site.Name;

    public string Back => EditedSite.AddressOf(_site);

    public string PlatformHost => addresses.HostOf(_site.Slug);

    private string Here => $"/console/sites/{Id}/domaines";

    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => ShowAsync(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await ShowAsync(cancel) is NotFoundResult gone)
        {
            return gone;
        }

        return Request.Form.ContainsKey(nameof(Remove)) ? await RemoveAsync(cancel)
            : Request.Form.ContainsKey(nameof(Canonical)) ? await ChooseAsync(cancel)
            : await AddAsync(cancel);
    }

    public override async Task<IActionResult> ShowAsync(CancellationToken cancel)
    {
        _site = (await sites.FindAsync(Id, cancel))!;
        if (_site is null)
        {
            return NotFound();
        }

        Rows = await db.Set<TenantHost>().AsNoTracking().Where(host => host.TenantId == Id).OrderBy(host => host.Host)
            .Select(host => new Row(host.Host, host.Canonical)).ToListAsync(cancel);
        return Page();
    }

    private async Task<IActionResult> AddAsync(CancellationToken cancel)
    {
        var (host, refusal) = DomainName.Read(Domain, platform.Value.Domain);
        if (host is null)
        {
            ModelState.AddModelError(nameof(Domain), refusal!);
            return Page();
        }

        if (Rows.All(row => row.Host != host))
        {
            db.Add(new TenantHost { Host = host, TenantId = Id });
            try
            {
                await sites.SaveAsync(_site, $"a ajouté le domaine {host} à {_site.Name}", [], cancel);
            }
            catch (DbUpdateException conflict) when (conflict.IsDuplicate())
            {
                db.ChangeTracker.Clear();
                await ShowAsync(cancel);
                if (Rows.All(row => row.Host != host))
                {
                    ModelState.AddModelError(nameof(Domain), "Ce domaine mène déjà à un autre site de la plateforme. Retirez-le de là d’abord.");
                    return Page();
                }
            }
        }

        TempData.Say($"Le domaine {host} est ajouté : il mène à l’adresse principale.");
        return LocalRedirect(Here);
    }

    private async Task<IActionResult> ChooseAsync(CancellationToken cancel)
    {
        if (!string.IsNullOrEmpty(Canonical) && Rows.All(row => row.Host != Canonical))
        {
            ModelState.AddModelError("", $"Le domaine {Canonical} n’est plus là : quelqu’un l’a retiré entre-temps.");
            return Page();
        }

        // In one statement: two operators who choose in the same instant follow one another.
        await db.Set<TenantHost>().Where(host => host.TenantId == Id)
            .ExecuteUpdateAsync(host => host.SetProperty(h => h.Canonical, h => h.Host == Canonical), cancel);
        await sites.SaveAsync(_site, $"a choisi {(string.IsNullOrEmpty(Canonical) ? PlatformHost : Canonical)} comme adresse principale de {_site.Name}", [], cancel);
        TempData.Say($"L’adresse principale du site est {(string.IsNullOrEmpty(Canonical) ? PlatformHost : Canonical)}.");
        return LocalRedirect(Here);
    }

    private async Task<IActionResult> RemoveAsync(CancellationToken cancel)
    {
        await db.Set<TenantHost>().Where(host => host.TenantId == Id && host.Host == Remove).ExecuteDeleteAsync(cancel);
        await sites.SaveAsync(_site, $"a retiré le domaine {Remove} de {_site.Name}", [], cancel);
        TempData.Say($"Le domaine {Remove} ne mène plus au site.");
        return LocalRedirect(Here);
    }

    internal sealed record Row(string Host, bool Canonical);
}
