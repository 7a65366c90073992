using System.Collections.Frozen;
using Saas.Shell.Theming;

namespace Saas.Shell.Tenancy;

/// <summary>
/// A commune or a group as every request knows it. <see cref="Id"/> never changes; <see cref="Slug"/> may, when communes merge or are renamed.
/// </summary>
public sealed record Tenant
{
    public required Guid Id { get; init; }

    public required string Slug { get; init; }

    public required string Name { get; init; }

    public TenantKind Kind { get; init; }

    /// <summary>Code of the Code officiel géographique, <c>34247</c>; null for a group.</summary>
    public required string? InseeCode { get; init; }

    /// <summary>Where it is, for its public holidays: <c>34</c>, <c>974</c>; empty for a group without members.</summary>
    public required string Departement { get; init; }

    public required TenantState State { get; init; }

    public required Look Look { get; init; }

    /// <summary>IANA name, <c>Europe/Paris</c> or that of an overseas commune.</summary>
    public required string TimeZone { get; init; }

    /// <summary>Names of the optional modules that are on.</summary>
    public IReadOnlySet<string> Modules { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Grows with each change of what visitors see; part of the key of every cached page.</summary>
    public long ContentVersion { get; init; }

    /// <summary>What visitors read in place of the site while it is closed.</summary>
    public string? Notice { get; init; }

    /// <summary>When it joined the platform.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The commune's own domains, the canonical one first.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>The one of its own domains that visitors are led to; null while that is its address on the platform.</summary>
    public string? CanonicalHost { get; init; }
}

/// <summary>The life of a commune or a group on the platform.</summary>
public enum TenantState
{
    /// <summary>Being prepared by its administrator: not indexed, procedures closed.</summary>
    Preparing,
    Open,

    /// <summary>Withdrawn by the operator: its host shows the notice, or answers as an unknown one when there is none.</summary>
    Disabled,
}
