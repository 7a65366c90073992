using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Saas.Shell.Data;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Shell.Mail;

/// <summary>A mail of the commune, from the transaction that decided it to its delivery.</summary>
public sealed class OutgoingMail : ITenantOwned
{
    /// <summary>A refusal that nobody has dealt with yet.</summary>
    public static Expression<Func<OutgoingMail, bool>> WaitsForSomeone { get; } = mail => mail.State == MailState.Refused && mail.HandledAt == null;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid TenantId { get; private set; }

    public required string Recipient { get; init; }

    public required string Subject { get; init; }

    public IReadOnlyList<string> Paragraphs { get; private set; } = [];

    public string? ReplyTo { get; init; }

    /// <summary>The row it is about.</summary>
    public Guid? About { get; init; }

    /// <summary>The page of the back office it was sent from.</summary>
    public string? Page { get; init; }

    public bool Secret { get; init; }

    /// <summary>The refused mail that this one carries to a corrected address.</summary>
    public Guid? Replaces { get; init; }

    public MailState State { get; private set; } = MailState.Queued;

    /// <summary>Why it was refused, in the server's own words.</summary>
    public string? Refusal { get; private set; }

    public required DateTimeOffset QueuedAt { get; init; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Deliveries that were put off.</summary>
    public int Attempts { get; private set; }

    public string? LastFailure { get; private set; }

    public DateTimeOffset? LastAttemptAt { get; private set; }

    public DateTimeOffset? ErasedAt { get; private set; }

    public DateTimeOffset? HandledAt { get; private set; }

    public string? HandledBy { get; private set; }

    public bool MayBeHandled => State == MailState.Refused && HandledAt is null;

    public bool MayBeSentElsewhere => MayBeHandled && !Secret && ErasedAt is null;

    public static OutgoingMail From(Mail mail, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(mail);
        return new OutgoingMail
        {
            Id = mail.Id,
            Recipient = mail.To.Trim(),
            // A line break in a subject would start a header of someone else's choosing.
            Subject = French.OneLine(mail.Subject),
            Paragraphs = mail.Paragraphs,
            ReplyTo = mail.ReplyTo,
            About = mail.Origin?.Id,
            Page = mail.Origin?.Page,
            Secret = mail.Secret,
            QueuedAt = now,
        };
    }

    /// <summary>The same mail to the corrected address; with it, this refusal is dealt with.</summary>
    public OutgoingMail SendElsewhere(string recipient, Guid id, string by, DateTimeOffset now)
    {
        if (!MayBeSentElsewhere)
        {
            throw new InvalidOperationException($"Mail {Id} may not be sent to another address.");
        }

        MarkHandled(by, now);
        return new OutgoingMail
        {
            Id = id,
            Recipient = recipient.Trim(),
            Subject = Subject,
            Paragraphs = Paragraphs,
            ReplyTo = ReplyTo,
            About = About,
            Page = Page,
            Replaces = Id,
            QueuedAt = now,
        };
    }

    public void MarkSent(DateTimeOffset now)
    {
        State = MailState.Sent;
        EndedAt = LastAttemptAt = now;
        if (Secret)
        {
            Erase(now);
        }
    }

    public void MarkRefused(string refusal, DateTimeOffset now)
    {
        State = MailState.Refused;
        Refusal = refusal;
        EndedAt = LastAttemptAt = now;
        if (Secret)
        {
            Erase(now);
        }
    }

    /// <summary>It stays in the queue; why it did not leave this time is kept.</summary>
    public void PutOff(string failure, DateTimeOffset now)
    {
        Attempts++;
        LastFailure = failure;
        LastAttemptAt = now;
    }

    /// <summary>Someone telephoned, wrote, or decided that nothing need be done.</summary>
    public void MarkHandled(string by, DateTimeOffset now)
    {
        HandledBy = by;
        HandledAt = now;
    }

    /// <summary>What was written goes; that something was written stays.</summary>
    public void Erase(DateTimeOffset now)
    {
        Paragraphs = [];
        ErasedAt = now;
    }
}

/// <summary>Where a mail is.</summary>
public enum MailState
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
        mail.Property(m => m.Secret).HasDefaultValue(false);
        mail.Property(m => m.Attempts).HasDefaultValue(0);
        mail.HasIndex(m => new { m.TenantId, m.Recipient });
        mail.HasIndex(m => new { m.TenantId, m.About });
        mail.HasIndex(m => new { m.TenantId, m.QueuedAt });
        mail.HasIndex(m => m.TenantId).HasFilter("state <> 'Sent'");
        mail.HasIndex(m => new { m.TenantId, m.Replaces }).IsUnique();
        mail.HasOne<OutgoingMail>().WithMany()
            .HasForeignKey(nameof(OutgoingMail.TenantId), nameof(OutgoingMail.Replaces))
            .HasPrincipalKey(nameof(OutgoingMail.TenantId), nameof(OutgoingMail.Id))
            .OnDelete(DeleteBehavior.ClientNoAction);
    }
}
