using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Saas.Shell.Tenancy;

namespace Saas.Shell.Identity;

/// <summary>Replaces the telephone once. The person has the code on paper; the database only its hash, and no longer than it serves.</summary>
[SharedByAllTenants("belongs to an account, which may serve several communes")]
public sealed class RecoveryCode
{
    public required Guid AccountId { get; init; }

    public required byte[] CodeHash { get; init; }
}

/// <summary>A code of the telephone that was accepted: it is not accepted a second time while it is valid (RFC 6238, 5.2).</summary>
[SharedByAllTenants("belongs to an account, which may serve several communes")]
public sealed class SpentCode
{
    public required Guid AccountId { get; init; }

    public required string Code { get; init; }

    public required DateTimeOffset SpentAt { get; init; }
}

internal sealed class RecoveryCodeConfiguration : IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<RecoveryCode> code)
    {
        code.ToTable("recovery_codes", "shell");
        code.HasKey(c => new { c.AccountId, c.CodeHash });
        code.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId).OnDelete(DeleteBehavior.ClientNoAction);
    }
}

internal sealed class SpentCodeConfiguration : IEntityTypeConfiguration<SpentCode>
{
    public void Configure(EntityTypeBuilder<SpentCode> code)
    {
        code.ToTable("spent_codes", "shell");
        code.HasKey(c => new { c.AccountId, c.Code });
        code.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId).OnDelete(DeleteBehavior.ClientNoAction);
    }
}
