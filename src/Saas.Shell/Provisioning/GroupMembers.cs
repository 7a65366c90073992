using Microsoft.EntityFrameworkCore;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Tenancy;

namespace Saas.Shell.Provisioning;

/// <summary>Who is in a group. On the platform's own host only: PostgreSQL lets no commune and no group write it.</summary>
public sealed class GroupMembers(SaasDbContext db, ITenantDirectory directory, AuditTrail trail, TimeProvider clock)
{
    private const int MostAttempts = 3;

    /// <summary>Adds the communes of these INSEE codes that are not members yet, and says how many those were.</summary>
    public async Task<int> AddAsync(Guid group, IReadOnlyCollection<string> codes, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            var row = await FindAsync(group, cancel);
            var added = await PlaceAsync(row, codes, cancel);
            if (added.Count == 0)
            {
                return 0;
            }

            trail.NoteOfSite(row.Id, row.Name, $"a ajouté des membres à {row.Name}", AddressOf(row.Id), AuditChange.Among(("Membres ajoutés", null, string.Join(", ", added))));
            try
            {
                await db.SaveChangesAsync(cancel);
                await directory.RefreshAsync(row.Id, cancel);
                return added.Count;
            }
            catch (DbUpdateException conflict) when (conflict.IsDuplicate() && attempt < MostAttempts)
            {
                // Someone else has added one of them in the same instant: the others remain to be.
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>False when it was no member, or no longer.</summary>
    public async Task<bool> RemoveAsync(Guid group, string code, CancellationToken cancel)
    {
        var row = await FindAsync(group, cancel);
        if (await db.Set<GroupMember>().SingleOrDefaultAsync(member => member.TenantId == group && member.CommuneCode == code, cancel) is not { } member)
        {
            return false;
        }

        var name = (await NamesAsync([code], cancel)).GetValueOrDefault(code, code);
        db.Remove(member);
        Situate(row, await db.Set<GroupMember>().Where(other => other.TenantId == group && other.CommuneCode != code).Select(other => other.CommuneCode).ToListAsync(cancel));
        trail.NoteOfSite(row.Id, row.Name, $"a retiré {name} des membres de {row.Name}", AddressOf(row.Id));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            // The other click of two has removed it.
            db.ChangeTracker.Clear();
            return false;
        }

        await directory.RefreshAsync(row.Id, cancel);
        return true;
    }

    /// <summary>Puts new members beside what the caller saves, and returns their names.</summary>
    internal async Task<IReadOnlyList<string>> PlaceAsync(TenantRow group, IReadOnlyCollection<string> codes, CancellationToken cancel)
    {
        var known = await db.Set<GroupMember>().Where(member => member.TenantId == group.Id).Select(member => member.CommuneCode).ToListAsync(cancel);
        var added = await NamesAsync([.. codes.Except(known)], cancel);
        db.AddRange(added.Keys.Select(code => new GroupMember { TenantId = group.Id, CommuneCode = code, AddedAt = clock.GetUtcNow() }));
        Situate(group, [.. known, .. added.Keys]);
        return [.. added.Values.Order(Web.French.Alphabet)];
    }

    private Task<TenantRow> FindAsync(Guid group, CancellationToken cancel) =>
        db.Set<TenantRow>().SingleAsync(row => row.Id == group && row.Kind == TenantKind.Group, cancel);

    /// <summary>Of the codes that a commune has or had: one that merged is on the platform and in the reference data no longer.</summary>
    private async Task<Dictionary<string, string>> NamesAsync(IReadOnlyCollection<string> codes, CancellationToken cancel)
    {
        var names = await db.Set<TenantRow>().Where(tenant => codes.Contains(tenant.InseeCode!)).ToDictionaryAsync(tenant => tenant.InseeCode!, tenant => tenant.Name, cancel);
        foreach (var commune in await db.Set<ReferenceCommune>().Where(commune => codes.Contains(commune.Code)).Select(commune => new { commune.Code, commune.Name }).ToListAsync(cancel))
        {
            names[commune.Code] = commune.Name;
        }

        return names;
    }

    /// <summary>A group is where most of its members are: its public holidays and its clock are theirs.</summary>
    private static void Situate(TenantRow group, IReadOnlyCollection<string> codes)
    {
        group.Departement = codes.GroupBy(Departements.Of).OrderByDescending(those => those.Count()).ThenBy(those => those.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;
        group.TimeZone = TimeZones.Of(group.Departement ?? "");
    }

    private static string AddressOf(Guid group) => $"/console/groupes/{group}";
}
