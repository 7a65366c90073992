using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Saas.Shell.Data;
using Saas.Shell.Telemetry;
using Saas.Shell.Tenancy;
using Serilog.Context;

namespace Saas.Shell.Jobs;

/// <summary>
/// Claims due rows with SKIP LOCKED, so that several nodes share the work and none does it twice, and runs each in its commune's scope.
/// One failure delays its own row and no other. The database's clock, which all nodes share, says what is due and how long a claim holds:
/// a node whose own clock is ahead would do tomorrow's work today.
/// </summary>
internal sealed class DueWorkRunner(
    ApplicationDatabase database,
    TenantScopes scopes,
    ITenantDirectory directory,
    IEnumerable<JobKind> kinds,
    ILogger<DueWorkRunner> log)
{
    /// <summary>A node that died lets go of its claim after this time.</summary>
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(5);

    /// <summary>A job is stopped while its claim still holds, so that no other node starts it beside.</summary>
    private static readonly TimeSpan LongestRun = Claim - TimeSpan.FromSeconds(30);

    private static readonly TimeSpan LongestDelay = TimeSpan.FromHours(6);

    private readonly string[] _kinds = kinds.Select(kind => kind.Name).ToArray();

    /// <summary>Runs what is due until nothing is, one piece at a time.</summary>
    public async Task RunDueAsync(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested && await ClaimAsync(cancel) is { } work)
        {
            await RunAsync(work, cancel);
        }
    }

    private async Task<Claimed?> ClaimAsync(CancellationToken cancel)
    {
        await using var command = database.Source.CreateCommand("""
            update shell.due_work set locked_until = now() + $1, attempts = attempts + 1
            where (tenant_id, kind, id) in (
                select tenant_id, kind, id from shell.due_work
                where due_at <= now() and (locked_until is null or locked_until < now()) and kind = any ($2)
                order by due_at for update skip locked limit 1)
            returning tenant_id, kind, id, attempts, due_at
            """);
        command.Parameters.Add(new NpgsqlParameter { Value = Claim });
        command.Parameters.Add(new NpgsqlParameter { Value = _kinds });
        await using var rows = await command.ExecuteReaderAsync(cancel);
        return await rows.ReadAsync(cancel) ? new Claimed(rows.GetGuid(0), rows.GetString(1), rows.GetGuid(2), rows.GetInt32(3), rows.GetFieldValue<DateTimeOffset>(4)) : null;
    }

    private async Task RunAsync(Claimed work, CancellationToken cancel)
    {
        var tenant = directory.FindById(work.TenantId);
        using var commune = LogContext.PushProperty("Commune", tenant?.Slug);
        using var kind = LogContext.PushProperty("Job", work.Kind);
        using var span = Measures.Activities.StartActivity("job");
        span?.SetTag("saas.job", work.Kind);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(LongestRun);
        try
        {
            if (tenant is not null)
            {
                await using var scope = scopes.Open(tenant);
                await scope.ServiceProvider.GetRequiredKeyedService<ITenantJob>(work.Kind).RunAsync(work.Id, limit.Token);
            }
        }
        catch (Exception) when (cancel.IsCancellationRequested)
        {
            await LetGoAsync(work);
            return;
        }
        catch (Exception failed)
        {
            Measures.JobFailed(work.Kind);
            log.LogError(failed, "Job {Kind} failed, attempt {Attempt}", work.Kind, work.Attempts);
            await PostponeAsync(work, failed);
            return;
        }

        await FinishAsync(work);
    }

    // What follows is written even while the node stops: a claim left behind would hold the row back for minutes. Each is for the
    // attempt that claimed: a node that was thought dead must not end what another has taken up since.

    private async Task FinishAsync(Claimed work)
    {
        await using var command = database.Source.CreateCommand("delete from shell.due_work where tenant_id = $1 and kind = $2 and id = $3 and attempts = $4 and due_at = $5");
        Identify(command, work);
        command.Parameters.Add(new NpgsqlParameter { Value = work.DueAt });
        if (await command.ExecuteNonQueryAsync(CancellationToken.None) == 0)
        {
            // Put off to another time while it ran: that time counts.
            await LetGoAsync(work);
        }
    }

    private async Task LetGoAsync(Claimed work)
    {
        await using var command = database.Source.CreateCommand("""
            update shell.due_work set locked_until = null, attempts = attempts - 1 where tenant_id = $1 and kind = $2 and id = $3 and attempts = $4
            """);
        Identify(command, work);
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }

    /// <summary>15 s, 30 s, 1 min… at most six hours.</summary>
    private async Task PostponeAsync(Claimed work, Exception failed)
    {
        var delay = TimeSpan.FromSeconds(15 * Math.Pow(2, Math.Min(work.Attempts - 1, 20)));
        await using var command = database.Source.CreateCommand("""
            update shell.due_work set locked_until = null, due_at = now() + $5, last_error = $6 where tenant_id = $1 and kind = $2 and id = $3 and attempts = $4
            """);
        Identify(command, work);
        command.Parameters.Add(new NpgsqlParameter { Value = delay < LongestDelay ? delay : LongestDelay });
        command.Parameters.Add(new NpgsqlParameter { Value = failed.GetType().Name });
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }

    private static void Identify(NpgsqlCommand command, Claimed work)
    {
        command.Parameters.Add(new NpgsqlParameter { Value = work.TenantId });
        command.Parameters.Add(new NpgsqlParameter { Value = work.Kind });
        command.Parameters.Add(new NpgsqlParameter { Value = work.Id });
        command.Parameters.Add(new NpgsqlParameter { Value = work.Attempts });
    }

    private sealed record Claimed(Guid TenantId, string Kind, Guid Id, int Attempts, DateTimeOffset DueAt);
}
