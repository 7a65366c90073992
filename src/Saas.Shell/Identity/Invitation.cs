using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Saas.Shell.Data;
using Saas.Shell.Tenancy;

namespace Saas.Shell.Identity;

/// <summary>
/// Someone asked by mail to join the team of a commune. The row goes when it is accepted, so that its link serves once; the database
/// holds a hash of what the link carries.
/// </summary>
public sealed class Invitation : ITenantOwned
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    /// <summary>Made when the form is shown: sent twice, it is the same invitation.</summary>
    public required Guid Id { get; init; }

    public Guid TenantId { get; private set; }

    public required string Email { get; init; }

    public required string NormalizedEmail { get; init; }

    public required string Name { get; init; }

    public required Role Role { get; init; }

    public Guid? DepartmentId { get; init; }

    public Department? Department { get; init; }

    /// <summary>As the mail names them.</summary>
    public required string InvitedBy { get; init; }

    public byte[] TokenHash { get; private set; } = [];

    public DateTimeOffset SentAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>A new link; the one sent before is void.</summary>
    public void Renew(byte[] tokenHash, DateTimeOffset now)
    {
        TokenHash = tokenHash;
        SentAt = now;
        ExpiresAt = now + Lifetime;
    }

    public bool HasExpired(DateTimeOffset now) => ExpiresAt <= now;
}

internal sealed class InvitationConfiguration : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> invitation)
    {
        invitation.ToTable("invitations", "shell");
        invitation.HasIndex(i => new { i.TenantId, i.NormalizedEmail }).IsUnique();
        invitation.BelongsTo(i => i.Department, i => i.DepartmentId);
    }
}
