using Microsoft.Extensions.Options;
using Npgsql;
using Saas.Shell.Data;
using Saas.Shell.Jobs;

namespace Saas.Shell.Audit;

/// <summary>Erases what is older than the platform keeps, in every commune (GDPR, article 5): what was done, and whom a commune let in.</summary>
internal sealed class PurgeAudit(ApplicationDatabase database, IOptions<AuditOptions> options, TimeProvider clock) : IDailyJob
{
    public async Task RunAsync(CancellationToken cancel)
    {
        await using var command = database.Source.CreateCommand("select shell.purge_audit($1), shell.purge_assistance($1)");
        command.Parameters.Add(new NpgsqlParameter { Value = clock.GetUtcNow().AddYears(-options.Value.KeepYears) });
        await command.ExecuteNonQueryAsync(cancel);
    }
}
