using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Saas.Shell.Tenancy;

namespace Saas.Shell.Files;

/// <summary>How much one commune keeps, counted by the database as files come and go.</summary>
[SharedByAllTenants("the operator reads what each commune uses; it holds two numbers")]
public sealed class FileUsage
{
    public required Guid TenantId { get; init; }

    public long Files { get; private set; }

    public long Bytes { get; private set; }
}

internal sealed class FileUsageConfiguration : IEntityTypeConfiguration<FileUsage>
{
    public void Configure(EntityTypeBuilder<FileUsage> usage)
    {
        usage.ToTable("file_usage", "shell");
        usage.HasKey(u => u.TenantId);
        usage.Property(u => u.TenantId).ValueGeneratedNever();
        usage.HasOne<TenantRow>().WithMany().HasForeignKey(u => u.TenantId).OnDelete(DeleteBehavior.ClientNoAction);
    }
}
