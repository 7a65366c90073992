using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Saas.Shell.Tenancy;

namespace Saas.Shell.Announcements;

/// <summary>What the operator tells the staff of every commune, for a time.</summary>
[SharedByAllTenants("written by the operator for the staff of all communes")]
public sealed class Announcement(Guid id)
{
    /// <summary>Four lines of a back office.</summary>
    public const int LongestText = 500;

    public Guid Id { get; private set; } = id;

    /// <summary>Plain text of a few lines.</summary>
    public string Text { get; private set; } = "";

    public AnnouncementLevel Level { get; private set; }

    public DateTimeOffset StartsAt { get; private set; }

    public DateTimeOffset EndsAt { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    public void Say(string text, AnnouncementLevel level, DateTimeOffset startsAt, DateTimeOffset endsAt) =>
        (Text, Level, StartsAt, EndsAt) = (text, level, startsAt, endsAt);

    public void Withdraw(DateTimeOffset now) => WithdrawnAt ??= now;

    public void Restore() => WithdrawnAt = null;

    public AnnouncementState StateAt(DateTimeOffset now) =>
        WithdrawnAt is not null ? AnnouncementState.Withdrawn
        : EndsAt <= now ? AnnouncementState.Past
        : StartsAt <= now ? AnnouncementState.Current
        : AnnouncementState.Coming;
}

/// <summary>How much an announcement presses. Stored by name.</summary>
public enum AnnouncementLevel
{
    Information,
    Vigilance,
}

/// <summary>Where an announcement is in its life.</summary>
public enum AnnouncementState
{
    Coming,
    Current,
    Past,
    Withdrawn,
}

internal sealed class AnnouncementConfiguration : IEntityTypeConfiguration<Announcement>
{
    public void Configure(EntityTypeBuilder<Announcement> announcement)
    {
        announcement.ToTable("announcements", "shell");
        announcement.Property(a => a.Id).ValueGeneratedNever();
        announcement.HasIndex(a => a.EndsAt);
    }
}
