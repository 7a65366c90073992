using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Saas.Shell.Tenancy;

namespace Saas.Shell.Jobs;

/// <summary>Something to do for one commune at some time, written in the transaction that makes it due.</summary>
[SharedByAllTenants("one queue over all communes is claimed without knowing which; it holds identifiers only")]
public sealed class DueWork
{
    public required Guid TenantId { get; init; }

    /// <summary>Name under which a module registered its job.</summary>
    public required string Kind { get; init; }

    /// <summary>The row the job works on.</summary>
    public required Guid Id { get; init; }

    public required DateTimeOffset DueAt { get; set; }

    public int Attempts { get; private set; }

    /// <summary>Claimed by a node until then; a node that died lets go by itself.</summary>
    public DateTimeOffset? LockedUntil { get; private set; }

    public string? LastError { get; private set; }
}

internal sealed class DueWorkConfiguration : IEntityTypeConfiguration<DueWork>
{
    public void Configure(EntityTypeBuilder<DueWork> work)
    {
        work.ToTable("due_work", "shell");
        work.HasKey(w => new { w.TenantId, w.Kind, w.Id });
        work.HasIndex(w => w.DueAt);
    }
}
