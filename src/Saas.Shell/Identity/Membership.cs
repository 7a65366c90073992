using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Saas.Shell.Data;
using Saas.Shell.Tenancy;

namespace Saas.Shell.Identity;

/// <summary>A person in one commune, with a role.</summary>
public sealed class Membership : ITenantOwned
{
    public Membership(Guid accountId, Role role)
    {
        AccountId = accountId;
        Role = role;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid TenantId { get; private set; }

    public Guid AccountId { get; private set; }

    public Account Account { get; private set; } = null!;

    public Role Role { get; private set; }

    public Guid? DepartmentId { get; private set; }

    public Department? Department { get; private set; }

    public void Change(Role role, Guid? departmentId)
    {
        Role = role;
        DepartmentId = departmentId;
    }
}

internal sealed class MembershipConfiguration : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> membership)
    {
        membership.ToTable("memberships", "shell");
        membership.HasIndex(m => new { m.TenantId, m.AccountId }).IsUnique();
        membership.HasIndex(m => m.AccountId);
        membership.BelongsTo(m => m.Department, m => m.DepartmentId);
        membership.HasOne(m => m.Account).WithMany().HasForeignKey(m => m.AccountId).OnDelete(DeleteBehavior.ClientNoAction);
    }
}
