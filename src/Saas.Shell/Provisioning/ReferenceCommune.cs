using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Saas.Shell.Tenancy;

namespace Saas.Shell.Provisioning;

/// <summary>A commune of the Code officiel géographique. Everything but code and name may be missing.</summary>
[SharedByAllTenants("public reference data (INSEE, Licence Ouverte)")]
public sealed class ReferenceCommune
{
    /// <summary>INSEE code, <c>2A004</c>.</summary>
    public required string Code { get; init; }

    public required string Name { get; init; }

    /// <summary>What the commune's slug is if it becomes a tenant: unique, and fixed by the reference data, not by who comes first.</summary>
    public required string Slug { get; init; }

    public string? Departement { get; init; }

    public string? Region { get; init; }

    public string? Siren { get; init; }

    public int? Population { get; init; }

    public string[] PostalCodes { get; init; } = [];

    public string? EpciSiren { get; init; }
}

/// <summary>An intercommunality (EPCI à fiscalité propre).</summary>
[SharedByAllTenants("public reference data (INSEE, Licence Ouverte)")]
public sealed class ReferenceEpci
{
    public required string Siren { get; init; }

    public required string Name { get; init; }

    /// <summary>CC, CA, CU, METRO…</summary>
    public string? Kind { get; init; }
}

internal sealed class ReferenceCommuneConfiguration : IEntityTypeConfiguration<ReferenceCommune>
{
    public void Configure(EntityTypeBuilder<ReferenceCommune> commune)
    {
        commune.ToTable("reference_communes", "shell");
        commune.HasKey(c => c.Code);
        commune.HasIndex(c => c.Slug).IsUnique();
        commune.HasIndex(c => c.EpciSiren);
    }
}

internal sealed class ReferenceEpciConfiguration : IEntityTypeConfiguration<ReferenceEpci>
{
    public void Configure(EntityTypeBuilder<ReferenceEpci> epci)
    {
        epci.ToTable("reference_epcis", "shell");
        epci.HasKey(e => e.Siren);
    }
}
