using Npgsql;
using Saas.Shell.Data;
using Saas.Shell.Tenancy;

namespace Saas.Shell.Jobs;

/// <summary>
/// Plans work of this commune at a time that may change: planning it again moves it. Written at once, before the caller saves: work that
/// comes for nothing finds nothing to do, and two clicks at the same instant plan it once.
/// </summary>
public sealed class WorkPlan(ApplicationDatabase database, ICurrentTenant current)
{
    public async Task PlanAsync(string kind, Guid id, DateTimeOffset at, CancellationToken cancel)
    {
        await using var command = database.Source.CreateCommand("""
            insert into shell.due_work (tenant_id, kind, id, due_at, attempts) values ($1, $2, $3, $4, 0)
            on conflict (tenant_id, kind, id) do update set due_at = excluded.due_at
            """);
        command.Parameters.Add(new NpgsqlParameter { Value = current.Tenant.Id });
        command.Parameters.Add(new NpgsqlParameter { Value = kind });
        command.Parameters.Add(new NpgsqlParameter { Value = id });
        command.Parameters.Add(new NpgsqlParameter { Value = at.ToUniversalTime() });
        await command.ExecuteNonQueryAsync(cancel);
    }
}
