using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Saas.Shell.Tenancy;

/// <summary>
/// A commune in a group, by its INSEE code: it may not be on the platform yet. Its wall is a policy of its own: a group reads its members,
/// a commune the groups it is in, and only the platform writes.
/// </summary>
[SharedByAllTenants("the platform writes it, for groups and for communes that may not be there yet; who is in which group is public")]
public sealed class GroupMember
{
    /// <summary>The group.</summary>
    public required Guid TenantId { get; init; }

    /// <summary>INSEE code of the commune.</summary>
    public required string CommuneCode { get; init; }

    public required DateTimeOffset AddedAt { get; init; }
}

internal sealed class GroupMemberConfiguration : IEntityTypeConfiguration<GroupMember>
{
    public void Configure(EntityTypeBuilder<GroupMember> member)
    {
        member.ToTable("group_members", "shell");
        member.HasKey(m => new { m.TenantId, m.CommuneCode });
        member.HasIndex(m => m.CommuneCode);
        member.HasOne<TenantRow>().WithMany().HasForeignKey(m => m.TenantId).OnDelete(DeleteBehavior.ClientNoAction);
    }
}
