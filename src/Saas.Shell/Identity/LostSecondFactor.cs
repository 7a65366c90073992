using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Saas.Shell.Tenancy;

namespace Saas.Shell.Identity;

/// <summary>An administrator of a commune says that a colleague lost their telephone and their codes. The operator checks, then answers.</summary>
[SharedByAllTenants("asked by a commune and answered by the operator; holds identifiers only")]
public sealed class LostSecondFactor
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid AccountId { get; init; }

    /// <summary>The commune that asks.</summary>
    public required Guid TenantId { get; init; }

    public required Guid AskedBy { get; init; }

    public required DateTimeOffset AskedAt { get; init; }
}

internal sealed class LostSecondFactorConfiguration : IEntityTypeConfiguration<LostSecondFactor>
{
    public void Configure(EntityTypeBuilder<LostSecondFactor> lost)
    {
        lost.ToTable("lost_second_factors", "shell");
        lost.Property(l => l.Id).ValueGeneratedNever();
        lost.HasIndex(l => l.AccountId).IsUnique();
        lost.HasOne<Account>().WithMany().HasForeignKey(l => l.AccountId).OnDelete(DeleteBehavior.ClientNoAction);
    }
}
