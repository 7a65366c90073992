using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saas.Shell.Data;
using Saas.Shell.Files;
using Saas.Shell.Identity;
using Saas.Shell.Modules;
using Saas.Shell.Provisioning;
using Saas.Shell.Tenancy;
using Saas.Shell.Theming;
using Saas.Shell.Web;

namespace Saas.Modules.Platform.Communes;

/// <summary>What the operator sees of a commune: how it is set up and who works there, nothing of what it does.</summary>
[OnPlatform]
[Requires(PlatformPermissions.Operate)]
internal sealed class ShowCommune(SaasDbContext db, TenantScopes scopes, ITenantDirectory directory, ModuleCatalog modules, SiteAddress sites, TimeProvider clock) : PageModel
{
    [BindProperty(Name = "insee", SupportsGet = true)]
    public string Insee { get; set; } = "";

    public TenantRow Site { get; private set; } = null!;

    public string? Epci { get; private set; }

    public IReadOnlyList<string> Domains { get; private set; } = [];

    public IReadOnlyList<Member> Members { get; private set; } = [];

    public int Invited { get; private set; }

    public FileUsage? Usage { get; private set; }

    public string Host => sites.HostOf(Site.Slug);

    public string Address => sites.Of(Site.Slug);

    public string ThemeTitle => ThemeCatalog.TitleOf(Site.Theme);

    public string ModuleTitles => modules.All.Where(module => module.IsOptional && Site.Modules.Contains(module.Name)).Select(module => module.Title).ToList() is { Count: > 0 } on
        ? string.Join(", ", on)
        : "aucun";

    public string Since => French.ShortDay(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Site.CreatedAt, clock.LocalTimeZone).DateTime));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Site = (await db.Set<TenantRow>().AsNoTracking().SingleOrDefaultAsync(site => site.InseeCode == Insee, cancel))!;
        if (Site is null)
        {
            return await db.Set<ReferenceCommune>().AnyAsync(commune => commune.Code == Insee, cancel)
                ? LocalRedirect($"/console/communes/{Uri.EscapeDataString(Insee)}/creer")
                : NotFound();
        }

        Epci = await db.Set<ReferenceEpci>().Where(epci => epci.Siren == Site.EpciSiren).Select(epci => epci.Name).SingleOrDefaultAsync(cancel);
        Domains = await db.Set<TenantHost>().AsNoTracking().Where(host => host.TenantId == Site.Id)
            .OrderByDescending(host => host.Canonical).ThenBy(host => host.Host).Select(host => host.Host).ToListAsync(cancel);
        Usage = await db.Set<FileUsage>().AsNoTracking().SingleOrDefaultAsync(usage => usage.TenantId == Site.Id, cancel);
        await ReadTeamAsync(cancel);
        return Page();
    }

    /// <summary>Names and roles alone: addresses are the commune's.</summary>
    private async Task ReadTeamAsync(CancellationToken cancel)
    {
        if (directory.FindById(Site.Id) is not { } tenant)
        {
            return;
        }

        await using var scope = scopes.Open(tenant);
        var commune = scope.ServiceProvider.GetRequiredService<SaasDbContext>();
        var members = await commune.Set<Membership>().AsNoTracking().Select(member => new Member(member.Account.DisplayName, member.Role)).ToListAsync(cancel);
        Members = [.. members.OrderBy(member => member.Role).ThenBy(member => member.Name, French.Alphabet)];
        Invited = await commune.Set<Invitation>().CountAsync(cancel);
    }

    internal sealed record Member(string Name, Role Role);
}
