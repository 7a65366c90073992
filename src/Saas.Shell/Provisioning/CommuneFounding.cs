using Microsoft.EntityFrameworkCore;
using Saas.Shell.Data;
using Saas.Shell.Tenancy;

namespace Saas.Shell.Provisioning;

/// <summary>Founds a commune on the platform from its INSEE code. Founding it again changes nothing.</summary>
public sealed class CommuneFounding(SaasDbContext db, ITenantDirectory directory, TimeProvider clock)
{
    internal const string FirstTheme = "littoral";

    /// <summary>The commune, or null when no such code is in the reference data.</summary>
    public async Task<Tenant?> FoundAsync(string inseeCode, CancellationToken cancel)
    {
        var known = await db.Set<TenantRow>().AsNoTracking().SingleOrDefaultAsync(t => t.InseeCode == inseeCode, cancel);
        if (known is null)
        {
            var reference = await db.Set<ReferenceCommune>().AsNoTracking().SingleOrDefaultAsync(c => c.Code == inseeCode, cancel);
            if (reference is null)
            {
                return null;
            }

            known = new TenantRow
            {
                Slug = reference.Slug,
                Name = reference.Name,
                InseeCode = reference.Code,
                EpciSiren = reference.EpciSiren,
                State = TenantState.Preparing,
                Theme = FirstTheme,
                TimeZone = TimeZones.Of(Departements.Of(reference.Code)),
                CreatedAt = clock.GetUtcNow(),
            };
            db.Add(known);
            try
            {
                await db.SaveChangesAsync(cancel);
            }
            catch (DbUpdateException conflict) when (conflict.IsDuplicate())
            {
                // Founded by someone else in the same instant.
                db.Entry(known).State = EntityState.Detached;
                known = await db.Set<TenantRow>().AsNoTracking().SingleAsync(t => t.InseeCode == inseeCode, cancel);
            }
        }

        await directory.RefreshAsync(known.Id, cancel);
        return directory.FindById(known.Id);
    }
}
