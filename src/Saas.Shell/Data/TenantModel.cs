using Microsoft.EntityFrameworkCore;
using Saas.Shell.Tenancy;

namespace Saas.Shell.Data;

/// <summary>What every tenant-owned table has in common: the key <c>(tenant_id, id)</c> and the first wall, the query filter.</summary>
internal static class TenantModel
{
    public const string FilterName = "tenant";

    public static void Apply(ModelBuilder model, SaasDbContext db)
    {
        foreach (var type in model.Model.GetEntityTypes().Where(entity => entity.BaseType is null).Select(entity => entity.ClrType).Where(IsTenantOwned).ToList())
        {
            typeof(TenantModel)
                .GetMethod(nameof(Own), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
                .MakeGenericMethod(type)
                .Invoke(null, [model, db]);
        }
    }

    private static bool IsTenantOwned(Type type) => type.IsAssignableTo(typeof(ITenantOwned));

    private static void Own<TEntity>(ModelBuilder model, SaasDbContext db)
        where TEntity : class, ITenantOwned
    {
        var entity = model.Entity<TEntity>();
        entity.Property(row => row.TenantId).ValueGeneratedNever();
        if (typeof(TEntity).GetProperty("Id") is not null)
        {
            // A child found through a navigation with its key already set is new, not an update.
            entity.Property("Id").ValueGeneratedNever();
            entity.HasKey(nameof(ITenantOwned.TenantId), "Id");
        }

        entity.HasOne<TenantRow>().WithMany().HasForeignKey(row => row.TenantId).OnDelete(DeleteBehavior.ClientNoAction);

        // EF Core replaces the captured context by the running one in each query.
        entity.HasQueryFilter(FilterName, row => row.TenantId == db.TenantId);
    }
}
