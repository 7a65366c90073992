using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Saas.Shell.Tenancy;

namespace Saas.Shell.Assistance;

/// <summary>A commune lets the operator into its back office, for a time it chooses and for what it says.</summary>
public sealed class AssistanceConsent : ITenantOwned
{
    public const int LongestPurpose = 200;

    /// <summary>Hours that may be chosen; the last is the longest there is.</summary>
    public static IReadOnlyList<int> Hours { get; } = [1, 4, 24, 72];

    public AssistanceConsent(Guid id, string purpose, bool mayAct, string openedBy, DateTimeOffset openedAt, DateTimeOffset expiresAt)
    {
        Id = id;
        Purpose = purpose;
        MayAct = mayAct;
        OpenedBy = openedBy;
        OpenedAt = openedAt;
        ExpiresAt = expiresAt;
    }

    public Guid Id { get; private set; }

    public Guid TenantId { get; private set; }

    public string Purpose { get; private set; }

    /// <summary>False: looks and changes nothing.</summary>
    public bool MayAct { get; private set; }

    public DateTimeOffset OpenedAt { get; private set; }

    public string OpenedBy { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Null while it lasts, and when it ended by itself.</summary>
    public string? EndedBy { get; private set; }
}

internal sealed class AssistanceConsentConfiguration : IEntityTypeConfiguration<AssistanceConsent>
{
    public void Configure(EntityTypeBuilder<AssistanceConsent> consent)
    {
        consent.ToTable("assistance_consents", "shell");
        consent.HasIndex(c => c.TenantId).IsUnique().HasFilter("ended_at is null");
    }
}
