using Microsoft.EntityFrameworkCore;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Shell.Provisioning;

/// <summary>Founds a group of communes on the platform, with its members. The same identifier or the same EPCI again changes nothing.</summary>
public sealed class GroupFounding(SaasDbContext db, GroupSlugs slugs, GroupMembers members, ITenantDirectory directory, AuditTrail trail, TimeProvider clock)
{
    /// <summary>The group, or null when its slug is another's.</summary>
    public async Task<Tenant?> FoundAsync(GroupToFound wanted, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        if (await FindAsync(wanted, cancel) is { } known)
        {
            return known;
        }

        if (!await slugs.IsFreeAsync(wanted.Slug, cancel))
        {
            // Another's, or this very group's, founded by someone else since.
            return await FindAsync(wanted, cancel);
        }

        var group = new TenantRow
        {
            Id = wanted.Id,
            Kind = TenantKind.Group,
            Slug = wanted.Slug,
            Name = wanted.Name,
            Siren = wanted.Siren,
            State = TenantState.Preparing,
            Theme = CommuneFounding.FirstTheme,
            TimeZone = TimeZones.Of(""),
            CreatedAt = clock.GetUtcNow(),
        };
        db.Add(group);
        var names = await members.PlaceAsync(group, wanted.Members, cancel);
        trail.NoteOfSite(group.Id, group.Name, $"a créé le site {CommuneName.Of(group.Name)}", $"/console/groupes/{group.Id}", AuditChange.Among(("Membres", null, names.Count == 0 ? null : string.Join(", ", names))));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException conflict) when (conflict.IsDuplicate())
        {
            // Founded by someone else in the same instant, or its slug taken meanwhile.
            db.ChangeTracker.Clear();
        }

        return await FindAsync(wanted, cancel);
    }

    private async Task<Tenant?> FindAsync(GroupToFound wanted, CancellationToken cancel)
    {
        var id = await db.Set<TenantRow>()
            .Where(tenant => tenant.Kind == TenantKind.Group && (tenant.Id == wanted.Id || (wanted.Siren != null && tenant.Siren == wanted.Siren)))
            .OrderByDescending(tenant => tenant.Id == wanted.Id)
            .Select(tenant => (Guid?)tenant.Id)
            .FirstOrDefaultAsync(cancel);
        if (id is null)
        {
            return null;
        }

        await directory.RefreshAsync(id.Value, cancel);
        return directory.FindById(id.Value);
    }
}

/// <summary>What the operator says of a group.</summary>
/// <param name="Id">Made when it was asked for: sent twice, it is one group.</param>
/// <param name="Siren">Of an EPCI; null for a free group.</param>
/// <param name="Members">INSEE codes.</param>
public sealed record GroupToFound(Guid Id, string Name, string Slug, string? Siren, IReadOnlyCollection<string> Members);
