using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Saas.Shell.Tenancy;

namespace Saas.Shell.Identity;

/// <summary>Lets a session of one commune, or of the console, open one in another: once, at once, for this person and that commune only.</summary>
[SharedByAllTenants("issued in one commune and consumed in another; holds identifiers only")]
public sealed class SwitchTicket
{
    public required byte[] KeyHash { get; init; }

    public required Guid AccountId { get; init; }

    /// <summary>The session it was asked from, which must still be open.</summary>
    public required Guid SessionId { get; init; }

    /// <summary>The commune it opens.</summary>
    public required Guid TenantId { get; init; }

    /// <summary>Set: it comes from the console, and the commune consents to it.</summary>
    public Guid? ConsentId { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}

internal sealed class SwitchTicketConfiguration : IEntityTypeConfiguration<SwitchTicket>
{
    public void Configure(EntityTypeBuilder<SwitchTicket> ticket)
    {
        ticket.ToTable("switch_tickets", "shell");
        ticket.HasKey(t => t.KeyHash);
        ticket.HasIndex(t => t.ExpiresAt);
    }
}
