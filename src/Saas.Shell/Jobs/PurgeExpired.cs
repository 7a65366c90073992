using Npgsql;
using Saas.Shell.Data;
using Saas.Shell.Web;

namespace Saas.Shell.Jobs;

/// <summary>Erases sessions that expired and forms kept for people who did not come back to them, in every commune.</summary>
internal sealed class PurgeExpired(ApplicationDatabase database, TimeProvider clock) : IDailyJob
{
    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var command = database.Source.CreateCommand("select shell.purge_expired($1, $2)");
        command.Parameters.Add(new NpgsqlParameter { Value = now });
        command.Parameters.Add(new NpgsqlParameter { Value = now - KeptPosts.Lifetime });
        await command.ExecuteNonQueryAsync(cancel);
    }
}
