using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Platform.Sites;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Provisioning;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Platform.Communes;

/// <summary>What the operator sees of a commune: how it is set up, who works there and which groups it is in.</summary>
[OnPlatform]
[Requires(PlatformPermissions.Operate)]
internal sealed class ShowCommune(SaasDbContext db, SiteSheets sheets) : PageModel
{
    [BindProperty(Name = "insee", SupportsGet = true)]
    public string Insee { get; set; } = "";

    public SiteSheet Sheet { get; private set; } = null!;

    public ReferenceEpci? Epci { get; private set; }

    /// <summary>The intercommunality is a group of the platform.</summary>
    public bool EpciIsHere { get; private set; }

    public IReadOnlyList<GroupLink> Groups { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await db.Set<TenantRow>().AsNoTracking().SingleOrDefaultAsync(site => site.InseeCode == Insee, cancel) is not { } site)
        {
            return await db.Set<ReferenceCommune>().AnyAsync(commune => commune.Code == Insee, cancel)
                ? LocalRedirect($"/console/communes/{Uri.EscapeDataString(Insee)}/creer")
                : NotFound();
        }

        Epci = await db.Set<ReferenceEpci>().AsNoTracking().SingleOrDefaultAsync(epci => epci.Siren == site.EpciSiren, cancel);
        EpciIsHere = Epci is { } known && await db.Set<TenantRow>().AnyAsync(tenant => tenant.Siren == known.Siren, cancel);
        Groups = await (
            from member in db.Set<GroupMember>()
            where member.CommuneCode == Insee
            join joined in db.Set<TenantRow>() on member.TenantId equals joined.Id
            orderby joined.Slug
            select new GroupLink(joined.Id, joined.Name)).ToListAsync(cancel);
        Sheet = await sheets.ReadAsync(site, cancel);
        return Page();
    }

    internal sealed record GroupLink(Guid Id, string Name);
}
