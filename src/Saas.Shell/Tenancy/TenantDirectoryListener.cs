using System.Diagnostics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Saas.Shell.Announcements;
using Saas.Shell.Data;

namespace Saas.Shell.Tenancy;

/// <summary>
/// Keeps the directory of this node true, and what the operator announces: loads them before the first request, then follows PostgreSQL's
/// notifications. One connection listens, whatever the number of communes.
/// </summary>
internal sealed class TenantDirectoryListener(
    TenantDirectory directory,
    CurrentAnnouncements announcements,
    ApplicationDatabase database,
    ILogger<TenantDirectoryListener> log) : BackgroundService
{
    private const string OfAnnouncements = "saas_announcements";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <summary>Between two looks at what changed lately, in case a notification was missed; finds a connection that died in silence, too.</summary>
    private static readonly TimeSpan CatchUp = TimeSpan.FromSeconds(1);

    /// <summary>Between two full readings, for rows deleted by hand and transactions longer than any of ours.</summary>
    private static readonly TimeSpan Recheck = TimeSpan.FromMinutes(5);

    /// <summary>Everything has just been read.</summary>
    private bool _isFresh;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await directory.LoadAsync(cancellationToken);
        _isFresh = true;
        await announcements.LoadAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await FollowAsync(stoppingToken);
            }
            catch (Exception broken) when (broken is NpgsqlException or TimeoutException or IOException)
            {
                log.LogWarning(broken, "The directory of communes lost its notifications; it reads everything again");
                await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task FollowAsync(CancellationToken stop)
    {
        await using var connection = await database.Source.OpenConnectionAsync(stop);
        var changed = new HashSet<Guid>();
        var announced = false;
        connection.Notification += (_, message) =>
        {
            if (message.Channel == OfAnnouncements)
            {
                announced = true;
            }
            else if (Guid.TryParse(message.Payload, out var id))
            {
                changed.Add(id);
            }
        };
        await using (var listen = new NpgsqlCommand($"listen saas_tenants; listen {OfAnnouncements}", connection))
        {
            await listen.ExecuteNonQueryAsync(stop);
        }

        // What was founded while nobody listened is known at once; reading everything again takes seconds.
        await directory.CatchUpAsync(connection, stop);
        while (true)
        {
            await announcements.LoadAsync(connection, stop);
            if (!_isFresh)
            {
                await directory.LoadAsync(stop);
            }

            _isFresh = false;
            var loaded = Stopwatch.GetTimestamp();
            while (Stopwatch.GetElapsedTime(loaded) < Recheck)
            {
                if (!await connection.WaitAsync(CatchUp, stop))
                {
                    await directory.CatchUpAsync(connection, stop);
                    announced = true;
                }

                if (announced)
                {
                    announced = false;
                    await announcements.LoadAsync(connection, stop);
                }

                // Communes founded by hundreds are read by hundreds.
                if (changed.Count > 0)
                {
                    var ids = changed.ToList();
                    changed.Clear();
                    await directory.RefreshAsync(ids, stop);
                }
            }
        }
    }
}
