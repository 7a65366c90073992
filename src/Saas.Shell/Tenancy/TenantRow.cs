using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Saas.Shell.Theming;

namespace Saas.Shell.Tenancy;

/// <summary>The stored commune or group. Requests read <see cref="Tenant"/> from the directory; only creation and the console write here.</summary>
[SharedByAllTenants("it is the list of communes itself; public facts only")]
public sealed class TenantRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Slug { get; set; }

    public required string Name { get; set; }

    public TenantKind Kind { get; init; }

    /// <summary>Of a commune, always; of a group, never.</summary>
    public string? InseeCode { get; init; }

    /// <summary>Of a group that is an EPCI.</summary>
    public string? Siren { get; init; }

    /// <summary>Of a group: where most of its members are. A commune's INSEE code says its own.</summary>
    public string? Departement { get; set; }

    /// <summary>SIREN of the intercommunality of a commune, from the reference data; 98 communes have none.</summary>
    public string? EpciSiren { get; set; }

    public TenantState State { get; set; }

    public required string Theme { get; set; }

    public required string TimeZone { get; set; }

    public string? Accent { get; set; }

    public Guid? Blason { get; set; }

    public Guid? Banner { get; private set; }

    public Guid? BannerSmall { get; private set; }

    /// <summary>Staff have chosen: a folder of tenants/ applied again leaves the look alone.</summary>
    public bool LookChosen { get; private set; }

    public Look Look => new(Theme, Accent, Blason, Banner, BannerSmall);

    /// <summary>Names of the optional modules that are on: at first, those a commune starts with.</summary>
    public List<string> Modules { get; set; } = ["requests", "forms"];

    /// <summary>What visitors read in place of a site that is closed; null: the address answers as an unknown one.</summary>
    public string? Notice { get; set; }

    public long ContentVersion { get; private set; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Kept by the database, by its own clock, when the row or a domain changes: nodes ask what changed since.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>As staff choose it.</summary>
    public void Wear(Look look)
    {
        (Theme, Accent, Blason, Banner, BannerSmall) = (look.Theme, look.Accent, look.Blason, look.Banner, look.BannerSmall);
        LookChosen = true;
    }
}

/// <summary>A domain that belongs to a commune. The canonical one receives the redirections of the others; while none is, the address on the platform does.</summary>
[SharedByAllTenants("a host must be unique on the whole platform and is read before the commune is known")]
public sealed class TenantHost
{
    public required string Host { get; init; }

    public required Guid TenantId { get; init; }

    public bool Canonical { get; set; }
}

internal sealed class TenantRowConfiguration : IEntityTypeConfiguration<TenantRow>
{
    public void Configure(EntityTypeBuilder<TenantRow> tenant)
    {
        tenant.ToTable("tenants", "shell");
        tenant.Property(t => t.Id).ValueGeneratedNever();
        tenant.HasIndex(t => t.Slug).IsUnique();
        tenant.HasIndex(t => t.InseeCode).IsUnique();
        tenant.HasIndex(t => t.Siren).IsUnique();
        tenant.HasIndex(t => new { t.Kind, t.Slug });
        tenant.Ignore(t => t.Look);
        tenant.Property(t => t.LookChosen).HasDefaultValue(false);
        tenant.Property(t => t.ContentVersion).HasDefaultValue(0L);
        tenant.Property(t => t.ChangedAt).HasDefaultValueSql("clock_timestamp()");
        tenant.HasIndex(t => t.ChangedAt);
    }
}

internal sealed class TenantHostConfiguration : IEntityTypeConfiguration<TenantHost>
{
    public void Configure(EntityTypeBuilder<TenantHost> host)
    {
        host.ToTable("tenant_hosts", "shell");
        host.HasKey(h => h.Host);
        host.HasIndex(h => h.TenantId);
        host.HasOne<TenantRow>().WithMany().HasForeignKey(h => h.TenantId).OnDelete(DeleteBehavior.ClientNoAction);
    }
}
