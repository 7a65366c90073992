using Microsoft.EntityFrameworkCore;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Tenancy;

namespace Saas.Modules.Platform.Sites;

/// <summary>The row of a site while the operator changes it: saved, seen at once on this node, and noted.</summary>
internal sealed class EditedSite(SaasDbContext db, ITenantDirectory directory, AuditTrail trail)
{
    public Task<TenantRow?> FindAsync(Guid id, CancellationToken cancel) =>
        db.Set<TenantRow>().SingleOrDefaultAsync(site => site.Id == id, cancel);

    /// <param name="site">Saved with what waits beside it.</param>
    /// <param name="deed">What follows the operator's name in the trail.</param>
    /// <param name="changes">What is no longer what it was.</param>
    public async Task SaveAsync(TenantRow site, string deed, IReadOnlyList<AuditChange> changes, CancellationToken cancel)
    {
        trail.NoteOfSite(site.Id, site.Name, deed, AddressOf(site), changes);
        await db.SaveChangesAsync(cancel);
        await directory.RefreshAsync(site.Id, cancel);
    }

    /// <summary>The page of the console that shows the site.</summary>
    public static string AddressOf(TenantRow site) => AddressOf(site.Id, site.InseeCode);

    /// <param name="id">Of the site.</param>
    /// <param name="inseeCode">Null for a group.</param>
    public static string AddressOf(Guid id, string? inseeCode) => inseeCode is null ? $"/console/groupes/{id}" : $"/console/communes/{inseeCode}";
}
