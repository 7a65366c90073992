using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Saas.Shell.Data;
using Saas.Shell.Tenancy;

namespace Saas.ArchitectureTests;

/// <summary>What the model promises of every table, so that three of the four walls stand by construction.</summary>
public sealed class DataRules(SaasHost host) : IClassFixture<SaasHost>
{
    private readonly List<IEntityType> _entities = EntitiesOf(host);

    [Fact]
    public void Every_entity_belongs_to_a_commune_or_says_why_not()
    {
        Assert.NotEmpty(_entities);

        Expect.None(OwnershipViolations(_entities));
    }

    [Fact]
    public void An_entity_that_does_not_say_whose_it_is_is_caught()
    {
        Assert.Single(OwnershipViolations(Sample(model => model.Entity<Nobodys>())));
        Assert.Single(OwnershipViolations(Sample(model => model.Entity<WithoutReason>())));
    }

    [Fact]
    public void Every_tenant_owned_entity_carries_the_filter()
    {
        Assert.Contains(_entities, IsTenantOwned);

        Expect.None(FilterViolations(_entities));
    }

    [Fact]
    public void An_entity_without_the_filter_is_caught() =>
        Assert.Single(FilterViolations(Sample(model => model.Entity<Owned>().HasKey(row => new { row.TenantId, row.Id }))));

    [Fact]
    public void Every_key_and_unique_index_of_a_tenant_owned_entity_contains_the_commune()
    {
        Assert.Contains(_entities, entity => IsTenantOwned(entity) && entity.GetIndexes().Any(index => index.IsUnique));

        Expect.None(UniquenessViolations(_entities));
    }

    [Fact]
    public void A_key_or_unique_index_across_communes_is_caught()
    {
        Assert.Single(UniquenessViolations(Sample(model => model.Entity<Owned>().HasKey(row => row.Id))));
        Assert.Single(UniquenessViolations(Sample(model =>
        {
            model.Entity<Owned>().HasKey(row => new { row.TenantId, row.Id });
            model.Entity<Owned>().HasIndex(row => row.Slug).IsUnique();
        })));
    }

    [Fact]
    public void Every_foreign_key_between_tenant_owned_entities_contains_the_commune()
    {
        Assert.Contains(_entities, entity => entity.GetForeignKeys().Any());

        Expect.None(ReferenceViolations(_entities));
    }

    [Fact]
    public void A_foreign_key_across_communes_or_that_empties_itself_is_caught()
    {
        Assert.Single(ReferenceViolations(Sample(model =>
        {
            model.Entity<Owned>().HasAlternateKey(row => row.Id);
            model.Entity<Child>().HasOne<Owned>().WithMany().HasForeignKey(child => child.OwnedId).HasPrincipalKey(row => row.Id).OnDelete(DeleteBehavior.ClientNoAction);
        })));
        Assert.Single(ReferenceViolations(Sample(model =>
        {
            model.Entity<Owned>().HasKey(row => new { row.TenantId, row.Id });
            model.Entity<Child>().HasOne<Owned>().WithMany().HasForeignKey(child => new { child.TenantId, child.OwnedId }).OnDelete(DeleteBehavior.Cascade);
        })));
    }

    [Fact]
    public void A_modules_tables_are_in_the_schema_of_its_name()
    {
        Assert.Contains(_entities, entity => Codebase.ModuleOf(entity.ClrType) is not null);

        Expect.None(SchemaViolations(_entities, type => Codebase.ModuleOf(type) ?? "shell"));
    }

    [Fact]
    public void A_table_in_anothers_schema_is_caught() =>
        Assert.Single(SchemaViolations(Sample(model => model.Entity<Nobodys>().ToTable("nobodys", "requests")), _ => "forms"));

    [Fact]
    public void A_module_that_keeps_rows_registers_what_visitors_see()
    {
        var shown = _entities.Where(entity => entity.ClrType.IsAssignableTo(typeof(IShownToVisitors))).ToList();
        Assert.NotEmpty(shown);

        Expect.None(shown.Where(entity => !IsTenantOwned(entity)).Select(entity => $"{entity.ClrType.Name} is shown to visitors of no commune."));
    }

    internal static List<IEntityType> EntitiesOf(SaasHost host)
    {
        using var scope = host.Application.Services.CreateScope();
        return scope.ServiceProvider.GetRequiredService<SaasDbContext>().Model.GetEntityTypes().ToList();
    }

    internal static IEnumerable<string> OwnershipViolations(IEnumerable<IEntityType> entities)
    {
        foreach (var entity in entities.Where(entity => !entity.IsOwned()))
        {
            var shared = entity.ClrType.GetCustomAttribute<SharedByAllTenantsAttribute>();
            if (IsTenantOwned(entity) == shared is not null)
            {
                yield return $"{entity.ClrType.Name} must be ITenantOwned or [SharedByAllTenants(reason)], one of them.";
            }
            else if (shared is not null && shared.Reason.Split(' ').Length < 3)
            {
                yield return $"{entity.ClrType.Name} is shared by all communes without a reason worth the name.";
            }
        }
    }

    internal static IEnumerable<string> FilterViolations(IEnumerable<IEntityType> entities) => entities
        .Where(entity => IsTenantOwned(entity) && entity.BaseType is null && entity.FindDeclaredQueryFilter(TenantModel.FilterName) is null)
        .Select(entity => $"{entity.ClrType.Name} has no query filter named {TenantModel.FilterName}.");

    internal static IEnumerable<string> UniquenessViolations(IEnumerable<IEntityType> entities) => entities
        .Where(IsTenantOwned)
        .SelectMany(entity => entity.GetKeys().Select(key => key.Properties)
            .Concat(entity.GetIndexes().Where(index => index.IsUnique).Select(index => index.Properties))
            .Where(properties => !HasTenant(properties))
            .Select(properties => $"{entity.ClrType.Name} is unique by {Names(properties)} on the whole platform: one commune would learn what another has."));

    internal static IEnumerable<string> ReferenceViolations(IEnumerable<IEntityType> entities)
    {
        foreach (var reference in entities.SelectMany(entity => entity.GetForeignKeys()).Where(reference => !reference.IsOwnership))
        {
            var link = $"{reference.DeclaringEntityType.ClrType.Name} → {reference.PrincipalEntityType.ClrType.Name} ({Names(reference.Properties)})";
            if (IsTenantOwned(reference.DeclaringEntityType) && IsTenantOwned(reference.PrincipalEntityType) && !(HasTenant(reference.Properties) && HasTenant(reference.PrincipalKey.Properties)))
            {
                yield return $"{link} may lead from one commune to another.";
            }
            else if (reference.DeleteBehavior != DeleteBehavior.ClientNoAction)
            {
                yield return $"{link} deletes or empties rows by itself ({reference.DeleteBehavior}).";
            }
        }
    }

    internal static IEnumerable<string> SchemaViolations(IEnumerable<IEntityType> entities, Func<Type, string> schemaOf) => entities
        .Where(entity => entity.GetTableName() is not null && entity.GetSchema() != schemaOf(entity.ClrType))
        .Select(entity => $"{entity.ClrType.Name} is stored in {entity.GetSchema()}, not in {schemaOf(entity.ClrType)}.");

    private static bool IsTenantOwned(IReadOnlyTypeBase entity) => entity.ClrType.IsAssignableTo(typeof(ITenantOwned));

    private static bool HasTenant(IEnumerable<IReadOnlyProperty> properties) => properties.Any(property => property.Name == nameof(ITenantOwned.TenantId));

    private static string Names(IEnumerable<IReadOnlyProperty> properties) => string.Join(", ", properties.Select(property => property.Name));

    private static List<IEntityType> Sample(Action<ModelBuilder> describe)
    {
        using var db = new SampleContext(describe);
        return db.Model.GetEntityTypes().ToList();
    }

    private sealed class SampleContext(Action<ModelBuilder> describe) : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
            optionsBuilder.UseNpgsql("Host=nowhere").EnableServiceProviderCaching(false);

        protected override void OnModelCreating(ModelBuilder modelBuilder) => describe(modelBuilder);
    }

    private sealed class Nobodys
    {
        public Guid Id { get; init; }
    }

    [SharedByAllTenants("because")]
    private sealed class WithoutReason
    {
        public Guid Id { get; init; }
    }

    private sealed class Owned : ITenantOwned
    {
        public Guid Id { get; init; }

        public Guid TenantId { get; init; }

        public string Slug { get; init; } = "";
    }

    private sealed class Child : ITenantOwned
    {
        public Guid Id { get; init; }

        public Guid TenantId { get; init; }

        public Guid OwnedId { get; init; }
    }
}
