using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Saas.Shell.Modules;
using Saas.Shell.Tenancy;

namespace Saas.Shell.Data;

/// <summary>
/// The database of the whole application. It knows no entity: the shell and each module bring their configurations,
/// so a module cannot query another's tables, and one transaction can span modules.
/// </summary>
public sealed class SaasDbContext : DbContext
{
    private readonly ICurrentTenant _current;
    private readonly ModuleCatalog _modules;

    public SaasDbContext(DbContextOptions<SaasDbContext> options, ICurrentTenant current, ModuleCatalog modules)
        : base(options)
    {
        _current = current;
        _modules = modules;
        ChangeTracker.Tracking += StampTenant;
    }

    /// <summary>The commune every query and every save is for. Throws outside one: the walls fail closed.</summary>
    public Guid TenantId => _current.Tenant.Id;

    /// <summary>Whether that is a commune or a group. Throws outside one, too.</summary>
    public TenantKind TenantKind => _current.Tenant.Kind;

    internal Tenant? CurrentTenant => _current.Found;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<Enum>().HaveConversion<string>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(SaasDbContext).Assembly);
        foreach (var module in _modules.All)
        {
            modelBuilder.ApplyConfigurationsFromAssembly(module.GetType().Assembly);
        }

        TenantModel.Apply(modelBuilder, this);
        SnakeCase.Apply(modelBuilder.Model);
    }

    /// <summary>Before the key is read: a row added without its commune would be tracked under half a key.</summary>
    private void StampTenant(object? sender, EntityTrackingEventArgs tracking)
    {
        if (!tracking.FromQuery
            && tracking.State == EntityState.Added
            && tracking.Entry.Entity is ITenantOwned { TenantId: var tenantId }
            && tenantId == Guid.Empty)
        {
            tracking.Entry.Property(nameof(ITenantOwned.TenantId)).CurrentValue = TenantId;
        }
    }
}
