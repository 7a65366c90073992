using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Saas.Shell.Tenancy;

namespace Saas.Shell.Identity;

/// <summary>One sign-in. The cookie holds a random key; the database only its hash, and the commune it was opened in.</summary>
[SharedByAllTenants("the platform's own sessions have no commune; the commune is compared on every request")]
public sealed class Session
{
    public required byte[] KeyHash { get; init; }

    /// <summary>Names the session on pages: the key stays in the cookie.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid AccountId { get; init; }

    /// <summary>Null on the platform's host.</summary>
    public Guid? TenantId { get; init; }

    /// <summary>Set: an operator's, who visits the commune with its consent.</summary>
    public Guid? VisitId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; set; }

    /// <summary>To the nearest minutes; null for a session opened by an older version.</summary>
    public DateTimeOffset? LastSeenAt { get; init; }

    /// <summary>What the browser said it is; shown to the person only, as <see cref="Device"/> words it.</summary>
    public string? UserAgent { get; init; }
}

internal sealed class SessionConfiguration : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> session)
    {
        session.ToTable("sessions", "shell");
        session.HasKey(s => s.KeyHash);
        session.HasIndex(s => s.AccountId);
        session.HasIndex(s => s.ExpiresAt);
        session.HasIndex(s => s.Id).IsUnique();
        session.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.ClientNoAction);
    }
}
