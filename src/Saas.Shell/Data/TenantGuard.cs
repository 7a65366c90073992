using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Saas.Shell.Tenancy;

namespace Saas.Shell.Data;

/// <summary>The second wall: a row of another commune is never saved, before any SQL is sent.</summary>
internal sealed class TenantGuard : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result) =>
        throw new NotSupportedException("Saving is asynchronous here.");

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default)
    {
        var db = (SaasDbContext)eventData.Context!;
        foreach (var entry in db.ChangeTracker.Entries<ITenantOwned>())
        {
            if (entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted
                && entry.Entity.TenantId != db.TenantId)
            {
                throw new TenantMismatchException(entry.Metadata.ClrType.Name, db.CurrentTenant!.Slug);
            }
        }

        return ValueTask.FromResult(result);
    }
}

/// <summary>A bug that would have crossed the wall between communes.</summary>
public sealed class TenantMismatchException(string entity, string tenant)
    : InvalidOperationException($"A {entity} of another commune was about to be saved while working for {tenant}.");
