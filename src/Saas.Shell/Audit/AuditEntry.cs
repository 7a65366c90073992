using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Saas.Shell.Data;
using Saas.Shell.Tenancy;

namespace Saas.Shell.Audit;

/// <summary>Who did what in a commune, when, and what it changed. Written with the act, never rewritten: the application may only add.</summary>
public sealed class AuditEntry : ITenantOwned, IAuditEntry
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid TenantId { get; private set; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Null when nobody was signed in: the platform by itself, or a stranger at the door.</summary>
    public required Guid? AccountId { get; init; }

    public required string Person { get; init; }

    public required AuditKind Kind { get; init; }

    public required string Deed { get; init; }

    public required string? Address { get; init; }

    public required IReadOnlyList<AuditChange> Changes { get; init; }

    public required string SearchText { get; init; }
}

/// <summary>The same of the platform itself, which no commune owns.</summary>
[SharedByAllTenants("acts on the platform itself, which no commune owns")]
public sealed class PlatformAuditEntry : IAuditEntry
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>The commune or group that it was done to; null for the platform as a whole.</summary>
    public Guid? SiteId { get; init; }

    /// <summary>Under the name it had then.</summary>
    public string? Site { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Guid? AccountId { get; init; }

    public required string Person { get; init; }

    public required AuditKind Kind { get; init; }

    public required string Deed { get; init; }

    public required string? Address { get; init; }

    public required IReadOnlyList<AuditChange> Changes { get; init; }

    public required string SearchText { get; init; }
}

/// <summary>What the trail of a commune and that of the platform show alike.</summary>
public interface IAuditEntry
{
    Guid Id { get; }

    DateTimeOffset At { get; }

    string Person { get; }

    AuditKind Kind { get; }

    /// <summary>What follows the person's name, without the full stop: « a publié la démarche « Inscription à la cantine » ».</summary>
    string Deed { get; }

    /// <summary>Where what it was done to is read, when it is still there.</summary>
    string? Address { get; }

    IReadOnlyList<AuditChange> Changes { get; }

    /// <summary>Person, deed and values without capitals and accents.</summary>
    string SearchText { get; }

    /// <summary>The site it was done to, where the trail is that of more than one.</summary>
    string? Site => null;
}

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.ToTable("audit_entries", "shell");
        entry.Property(e => e.Changes).IsJson();
        entry.HasIndex(e => new { e.TenantId, e.At });
    }
}

internal sealed class PlatformAuditEntryConfiguration : IEntityTypeConfiguration<PlatformAuditEntry>
{
    public void Configure(EntityTypeBuilder<PlatformAuditEntry> entry)
    {
        entry.ToTable("platform_audit_entries", "shell");
        entry.Property(e => e.Id).ValueGeneratedNever();
        entry.Property(e => e.Changes).IsJson();
        entry.HasIndex(e => e.At);
        entry.HasIndex(e => new { e.SiteId, e.At });
    }
}
