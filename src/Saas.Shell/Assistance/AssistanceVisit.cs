using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Saas.Shell.Data;
using Saas.Shell.Tenancy;

namespace Saas.Shell.Assistance;

/// <summary>An operator in a commune's back office, from their entry to their exit. Its sessions point at it.</summary>
public sealed class AssistanceVisit : ITenantOwned
{
    public AssistanceVisit(Guid consentId, Guid accountId, string person, DateTimeOffset enteredAt)
    {
        ConsentId = consentId;
        AccountId = accountId;
        Person = person;
        EnteredAt = enteredAt;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid TenantId { get; private set; }

    public Guid ConsentId { get; private set; }

    public AssistanceConsent Consent { get; private set; } = null!;

    public Guid AccountId { get; private set; }

    /// <summary>As everything they do there is signed: « Assistance Parvis — Camille Roux ».</summary>
    public string Person { get; private set; }

    public DateTimeOffset EnteredAt { get; private set; }

    public DateTimeOffset? LeftAt { get; private set; }
}

internal sealed class AssistanceVisitConfiguration : IEntityTypeConfiguration<AssistanceVisit>
{
    public void Configure(EntityTypeBuilder<AssistanceVisit> visit)
    {
        visit.ToTable("assistance_visits", "shell");
        visit.BelongsTo(v => v.Consent, v => v.ConsentId);
    }
}
