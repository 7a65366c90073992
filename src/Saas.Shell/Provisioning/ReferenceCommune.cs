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

    /// <summary>Slug, code, postal codes and intercommunality as a slug: whatever part of it is typed finds the commune.</summary>
    public string SearchText { get; init; } = "";
}

/// <summary>An intercommunality (EPCI à fiscalité propre).</summary>
[SharedByAllTenants("public reference data (INSEE, Licence Ouverte)")]
public sealed class ReferenceEpci
{
    public required string Siren { get; init; }

    public required string Name { get; init; }

    /// <summary>CC, CA, CU, METRO…</summary>
    public string? Kind { get; init; }

    /// <summary>In full, as its site says it: « Communauté de communes du Pays de Lunel ».</summary>
    public string FullName => Name.Split(' ', 2) is [var kind, var rest] && KindInFull(kind) is { } full ? $"{full} {Typeset(rest)}" : Typeset(Name);

    /// <summary>What names it best in an address: <c>pays-de-lunel</c>.</summary>
    public string ShortSlug => Slugs.Of(Name.Split(' ', 2) is [var kind, var rest] && KindInFull(kind) is not null ? WithoutArticle(rest) : Name);

    private static string? KindInFull(string kind) => kind switch
    {
        "CC" => "Communauté de communes",
        "CA" => "Communauté d’agglomération",
        "CU" => "Communauté urbaine",
        _ => null,
    };

    /// <summary>Quotation marks go, apostrophes are curved.</summary>
    private static string Typeset(string name) => name.Replace("''", "", StringComparison.Ordinal).Replace('\'', '’');

    private static string WithoutArticle(string name) =>
        Array.Find(["du ", "de la ", "de l'", "des ", "de ", "d'"], article => name.StartsWith(article, StringComparison.OrdinalIgnoreCase)) is { } article ? name[article.Length..] : name;
}

internal sealed class ReferenceCommuneConfiguration : IEntityTypeConfiguration<ReferenceCommune>
{
    public void Configure(EntityTypeBuilder<ReferenceCommune> commune)
    {
        commune.ToTable("reference_communes", "shell");
        commune.HasKey(c => c.Code);
        commune.HasIndex(c => c.Slug).IsUnique();
        commune.HasIndex(c => c.EpciSiren);
        commune.HasIndex(c => c.SearchText).HasMethod("gin").HasOperators("gin_trgm_ops");
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
