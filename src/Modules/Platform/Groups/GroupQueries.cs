using Microsoft.EntityFrameworkCore;
using Saas.Shell.Data;
using Saas.Shell.Provisioning;
using Saas.Shell.Tenancy;

namespace Saas.Modules.Platform.Groups;

/// <summary>What the pages of one group ask alike.</summary>
internal static class GroupQueries
{
    public static Task<TenantRow?> FindGroupAsync(this SaasDbContext db, Guid id, CancellationToken cancel) =>
        db.Set<TenantRow>().AsNoTracking().SingleOrDefaultAsync(site => site.Id == id && site.Kind == TenantKind.Group, cancel);

    /// <summary>Communes of the group's intercommunality that are not its members.</summary>
    public static IQueryable<ReferenceCommune> Absent(this SaasDbContext db, TenantRow group) => db.Set<ReferenceCommune>().AsNoTracking()
        .Where(commune => group.Siren != null && commune.EpciSiren == group.Siren && !db.Set<GroupMember>().Any(member => member.TenantId == group.Id && member.CommuneCode == commune.Code));
}
