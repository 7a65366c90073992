using Microsoft.EntityFrameworkCore;
using Saas.Shell.Data;
using Saas.Shell.Tenancy;

namespace Saas.Shell.Provisioning;

/// <summary>
/// Which slugs a group may take: none that a commune has, and none that the reference data keep for a commune that is not here yet.
/// </summary>
public sealed class GroupSlugs(SaasDbContext db)
{
    /// <summary>Hosts that the platform's operator may need.</summary>
    private static readonly HashSet<string> Reserved = new(["admin", "api", "autoconfig", "autodiscover", "cdn", "console", "ftp", "gestion", "imap", "mail", "ns", "ns1", "ns2", "pop", "smtp", "static", "status", "webmail", "www"], StringComparer.Ordinal);

    public async Task<bool> IsFreeAsync(string slug, CancellationToken cancel) =>
        !Reserved.Contains(slug)
        && !await db.Set<ReferenceCommune>().AnyAsync(commune => commune.Slug == slug, cancel)
        && !await db.Set<TenantRow>().AnyAsync(tenant => tenant.Slug == slug, cancel);

    public async Task<string> ProposeAsync(ReferenceEpci epci, CancellationToken cancel)
    {
        var bare = epci.ShortSlug;
        foreach (var slug in new[] { bare, Slugs.Of($"{epci.Kind} {bare}") })
        {
            if (await IsFreeAsync(slug, cancel))
            {
                return slug;
            }
        }

        return Slugs.Of($"{epci.Kind} {epci.Siren}");
    }
}
