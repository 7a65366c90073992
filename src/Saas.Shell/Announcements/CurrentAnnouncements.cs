using Npgsql;
using Saas.Shell.Data;

namespace Saas.Shell.Announcements;

/// <summary>
/// What the operator has to say now and soon, in the memory of this node: a page reads it without a query, and what begins or ends does so
/// by the clock. The directory's listener reads it again when the table changes.
/// </summary>
public sealed class CurrentAnnouncements(ApplicationDatabase database, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private volatile IReadOnlyList<ShownAnnouncement> _live = [];
    private int _asked;
    private int _answered;

    /// <summary>The most pressing first, then the latest.</summary>
    public IReadOnlyList<ShownAnnouncement> Shown
    {
        get
        {
            var live = _live;
            var now = clock.GetUtcNow();
            return live.Count == 0 ? live : [.. live.Where(announcement => announcement.StartsAt <= now && now < announcement.EndsAt)];
        }
    }

    /// <summary>After a change made by this node.</summary>
    public async Task LoadAsync(CancellationToken cancel)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancel);
        await LoadAsync(connection, cancel);
    }

    internal async Task LoadAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        var turn = Interlocked.Increment(ref _asked);
        await using var command = new NpgsqlCommand("select id, level, text, starts_at, ends_at from shell.announcements where withdrawn_at is null and ends_at > $1", connection) { CommandTimeout = 5 };
        command.Parameters.Add(new NpgsqlParameter { Value = clock.GetUtcNow() });
        var live = new List<ShownAnnouncement>();
        await using (var row = await command.ExecuteReaderAsync(cancel))
        {
            while (await row.ReadAsync(cancel))
            {
                live.Add(new ShownAnnouncement(
                    row.GetGuid(0),
                    Enum.Parse<AnnouncementLevel>(row.GetString(1)),
                    row.GetString(2),
                    row.GetFieldValue<DateTimeOffset>(3),
                    row.GetFieldValue<DateTimeOffset>(4)));
            }
        }

        lock (_gate)
        {
            // The answer to an older question may come last: what was asked last is what is true.
            if (turn > _answered)
            {
                _answered = turn;
                _live = [.. live.OrderByDescending(announcement => announcement.Level).ThenByDescending(announcement => announcement.StartsAt).ThenBy(announcement => announcement.Id)];
            }
        }
    }
}
