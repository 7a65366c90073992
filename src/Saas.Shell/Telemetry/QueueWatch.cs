using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Saas.Shell.Data;

namespace Saas.Shell.Telemetry;

/// <summary>Looks at the queue from time to time, because a meter asks without waiting. Every node says the same of it.</summary>
internal sealed class QueueWatch(ApplicationDatabase database, TimeProvider clock, ILogger<QueueWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    private double _age;
    private long _length;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Measures.Watch(() => Volatile.Read(ref _age), () => Volatile.Read(ref _length));
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (NpgsqlException broken)
            {
                log.LogWarning("The queue cannot be looked at: {Reason}", broken.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task LookAsync(CancellationToken cancel)
    {
        await using var command = database.Source.CreateCommand("select count(*), coalesce(extract(epoch from $1 - min(due_at)), 0)::float8 from shell.due_work where due_at <= $1");
        command.Parameters.Add(new NpgsqlParameter { Value = clock.GetUtcNow() });
        await using var rows = await command.ExecuteReaderAsync(cancel);
        await rows.ReadAsync(cancel);
        Volatile.Write(ref _length, rows.GetInt64(0));
        Volatile.Write(ref _age, rows.GetDouble(1));
    }
}
