using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saas.Shell.Assistance;
using Saas.Shell.Data;
using Saas.Shell.Files;
using Saas.Shell.Identity;
using Saas.Shell.Modules;
using Saas.Shell.Tenancy;
using Saas.Shell.Theming;
using Saas.Shell.Web;

namespace Saas.Modules.Platform.Sites;

/// <summary>What the operator sees of any site: how it is set up and who works there, nothing of what it does.</summary>
internal sealed record SiteSheet(TenantRow Site, IReadOnlyList<string> Domains, IReadOnlyList<SiteMember> Members, int Invited)
{
    public required string Host { get; init; }

    public required string Address { get; init; }

    public required string ModuleTitles { get; init; }

    public required string Since { get; init; }

    /// <summary>How many it keeps, and how much they weigh.</summary>
    public required string Files { get; init; }

    /// <summary>What its administrators allow now.</summary>
    public required AssistanceConsent? Consent { get; init; }

    public string ThemeTitle => ThemeCatalog.TitleOf(Site.Theme);
}

/// <summary>Name and role alone: addresses are the site's.</summary>
internal sealed record SiteMember(string Name, Role Role);

/// <summary>Reads the sheet of a site.</summary>
internal sealed class SiteSheets(SaasDbContext db, TenantScopes scopes, ITenantDirectory directory, ModuleCatalog modules, SiteAddress addresses, AssistanceTickets assistance, CommuneClock clock)
{
    public async Task<SiteSheet> ReadAsync(TenantRow site, CancellationToken cancel)
    {
        var domains = await db.Set<TenantHost>().AsNoTracking().Where(host => host.TenantId == site.Id)
            .OrderByDescending(host => host.Canonical).ThenBy(host => host.Host).Select(host => host.Host).ToListAsync(cancel);
        var usage = await db.Set<FileUsage>().AsNoTracking().SingleOrDefaultAsync(usage => usage.TenantId == site.Id, cancel);
        var titles = modules.All.Where(module => module.IsOptional && site.Modules.Contains(module.Name)).Select(module => module.Title).ToList();
        var (members, invited) = await ReadTeamAsync(site.Id, cancel);
        return new SiteSheet(site, domains, members, invited)
        {
            Host = addresses.HostOf(site.Slug),
            Address = addresses.Of(site.Slug),
            ModuleTitles = titles.Count == 0 ? "aucun" : string.Join(", ", titles),
            Since = French.ShortDay(DateOnly.FromDateTime(clock.ToLocal(site.CreatedAt))),
            Consent = directory.FindById(site.Id) is { } tenant ? await assistance.ConsentOfAsync(tenant, cancel) : null,
            Files = usage is null ? "aucun" : $"{French.Count((int)usage.Files, "fichier", "fichiers")}, {French.Size(usage.Bytes)}",
        };
    }

    private async Task<(IReadOnlyList<SiteMember> Members, int Invited)> ReadTeamAsync(Guid id, CancellationToken cancel)
    {
        if (directory.FindById(id) is not { } tenant)
        {
            return ([], 0);
        }

        await using var scope = scopes.Open(tenant);
        var site = scope.ServiceProvider.GetRequiredService<SaasDbContext>();
        var members = await site.Set<Membership>().AsNoTracking().Select(member => new SiteMember(member.Account.DisplayName, member.Role)).ToListAsync(cancel);
        return ([.. members.OrderBy(member => member.Role).ThenBy(member => member.Name, French.Alphabet)], await site.Set<Invitation>().CountAsync(cancel));
    }
}
