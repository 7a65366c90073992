using Npgsql;
using Saas.Shell.Data;
using Saas.Shell.Tenancy;

namespace Saas.Shell.Retention;

/// <summary>
/// Work that a commune has every night as long as there is reason for it: each run plans the next. Its piece of due work is named after
/// the night, so that planning it twice, from two nodes or again after a crash, is planning it once.
/// </summary>
internal sealed class NightlyWork(ApplicationDatabase database, ICurrentTenant current, TimeProvider clock)
{
    /// <summary>Communes follow each other through four hours of the night, always in the same order.</summary>
    private const int Minutes = 240;

    /// <summary>Outside of the caller's transaction: a night planned for nothing does no harm, and nobody waits for another's save.</summary>
    public async Task PlanAsync(string kind, CancellationToken cancel)
    {
        var night = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(1);
        await using var command = database.Source.CreateCommand("""
            insert into shell.due_work (tenant_id, kind, id, due_at, attempts) values ($1, $2, $3, $4, 0) on conflict do nothing
            """);
        command.Parameters.Add(new NpgsqlParameter { Value = current.Tenant.Id });
        command.Parameters.Add(new NpgsqlParameter { Value = kind });
        command.Parameters.Add(new NpgsqlParameter { Value = IdOf(night) });
        command.Parameters.Add(new NpgsqlParameter { Value = DueOn(night, current.Tenant.Id) });
        await command.ExecuteNonQueryAsync(cancel);
    }

    internal static Guid IdOf(DateOnly night) => new(night.DayNumber, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    private static DateTimeOffset DueOn(DateOnly night, Guid tenant) =>
        new DateTimeOffset(night, new TimeOnly(0, 30), TimeSpan.Zero).AddMinutes(tenant.ToByteArray()[^1] % Minutes);
}
