using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Saas.Shell.Data;
using Saas.Shell.Tenancy;

namespace Saas.Shell.Mail;

/// <summary>A mail of the commune, from the transaction that decided it to its delivery.</summary>
internal sealed class OutgoingMail : ITenantOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid TenantId { get; private set; }

    public required string Recipient { get; init; }

    public required string Subject { get; init; }

    public required IReadOnlyList<string> Paragraphs { get; init; }

    public string? ReplyTo { get; init; }

    public MailState State { get; private set; } = MailState.Queued;

    /// <summary>Why the server refused it, in its own words.</summary>
    public string? Refusal { get; private set; }

    public required DateTimeOffset QueuedAt { get; init; }

    public DateTimeOffset? EndedAt { get; private set; }

    public void MarkSent(DateTimeOffset now)
    {
        State = MailState.Sent;
        EndedAt = now;
    }

    public void MarkRefused(string refusal, DateTimeOffset now)
    {
        State = MailState.Refused;
        Refusal = refusal;
        EndedAt = now;
    }
}

/// <summary>Where a mail is.</summary>
internal enum MailState
{
    Queued,
    Sent,
    Refused,
}

internal sealed class OutgoingMailConfiguration : IEntityTypeConfiguration<OutgoingMail>
{
    public void Configure(EntityTypeBuilder<OutgoingMail> mail)
    {
        mail.ToTable("outgoing_mails", "shell");
        mail.Property(m => m.Paragraphs).IsJson();
        mail.HasIndex(m => new { m.TenantId, m.Recipient });
    }
}
