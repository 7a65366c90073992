using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Saas.Shell.Data;
using Saas.Shell.Tenancy;
using Serilog.Context;

namespace Saas.Shell.Jobs;

/// <summary>
/// Claims due rows with SKIP LOCKED, so that several nodes share the work and none does it twice, and runs each in its commune's scope.
/// One failure delays its own row and no other.
/// </summary>
internal sealed class DueWorkRunner(
    ApplicationDatabase database,
    TenantScopes scopes,
    ITenantDirectory directory,
    IEnumerable<JobKind> kinds,
    TimeProvider clock,
    ILogger<DueWorkRunner> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromHours(6);

    private readonly string[] _kinds = kinds.Select(kind => kind.Name).ToArray();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await RunDueAsync(stoppingToken) == 0)
                {
                    await Task.Delay(Pause, clock, stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception broken) when (broken is NpgsqlException or TimeoutException or IOException)
            {
                log.LogWarning(broken, "Due work cannot be read; trying again");
                await Task.Delay(Pause * 5, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Runs what is due now and says how many pieces that was.</summary>
    internal async Task<int> RunDueAsync(CancellationToken cancel)
    {
        var claimed = await ClaimAsync(cancel);
        foreach (var work in claimed)
        {
            await RunAsync(work, cancel);
        }

        return claimed.Count;
    }

    private async Task<List<Claimed>> ClaimAsync(CancellationToken cancel)
    {
        await using var command = database.Source.CreateCommand("""
            update shell.due_work set locked_until = $1, attempts = attempts + 1
            where (tenant_id, kind, id) in (
                select tenant_id, kind, id from shell.due_work
                where due_at <= $2 and (locked_until is null or locked_until < $2) and kind = any ($3)
                order by due_at for update skip locked limit 20)
            returning tenant_id, kind, id, attempts
            """);
        var now = clock.GetUtcNow();
        command.Parameters.Add(new NpgsqlParameter { Value = now + Claim });
        command.Parameters.Add(new NpgsqlParameter { Value = now });
        command.Parameters.Add(new NpgsqlParameter { Value = _kinds });
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var claimed = new List<Claimed>();
        while (await rows.ReadAsync(cancel))
        {
            claimed.Add(new Claimed(rows.GetGuid(0), rows.GetString(1), rows.GetGuid(2), rows.GetInt32(3)));
        }

        return claimed;
    }

    private async Task RunAsync(Claimed work, CancellationToken cancel)
    {
        var tenant = directory.FindById(work.TenantId);
        using var commune = LogContext.PushProperty("Commune", tenant?.Slug);
        using var kind = LogContext.PushProperty("Job", work.Kind);
        try
        {
            if (tenant is not null)
            {
                await using var scope = scopes.Open(tenant);
                await scope.ServiceProvider.GetRequiredKeyedService<ITenantJob>(work.Kind).RunAsync(work.Id, cancel);
            }

            await FinishAsync(work, cancel);
        }
        catch (Exception failed) when (failed is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            log.LogError(failed, "Job {Kind} failed, attempt {Attempt}", work.Kind, work.Attempts);
            await PostponeAsync(work, failed, cancel);
        }
    }

    private async Task FinishAsync(Claimed work, CancellationToken cancel)
    {
        await using var command = database.Source.CreateCommand("delete from shell.due_work where tenant_id = $1 and kind = $2 and id = $3");
        Identify(command, work);
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>15 s, 30 s, 1 min… at most six hours.</summary>
    private async Task PostponeAsync(Claimed work, Exception failed, CancellationToken cancel)
    {
        var delay = TimeSpan.FromSeconds(15 * Math.Pow(2, Math.Min(work.Attempts - 1, 20)));
        await using var command = database.Source.CreateCommand("""
            update shell.due_work set locked_until = null, due_at = $4, last_error = $5 where tenant_id = $1 and kind = $2 and id = $3
            """);
        Identify(command, work);
        command.Parameters.Add(new NpgsqlParameter { Value = clock.GetUtcNow() + (delay < LongestDelay ? delay : LongestDelay) });
        command.Parameters.Add(new NpgsqlParameter { Value = failed.GetType().Name });
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static void Identify(NpgsqlCommand command, Claimed work)
    {
        command.Parameters.Add(new NpgsqlParameter { Value = work.TenantId });
        command.Parameters.Add(new NpgsqlParameter { Value = work.Kind });
        command.Parameters.Add(new NpgsqlParameter { Value = work.Id });
    }

    private sealed record Claimed(Guid TenantId, string Kind, Guid Id, int Attempts);
}
