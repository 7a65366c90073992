using Npgsql;
using Saas.Shell.Data;

namespace Saas.Shell.Backup;

/// <summary>
/// Fills a database that holds no commune and no account. The migrations that made the backup run first, then its rows go in, in one
/// transaction, then the migrations that came since: a backup of an older version is restored by the newest.
/// </summary>
internal sealed class RestorePlatform(string owner, string migrations, RestoreFiles files)
{
    public async Task<int> RunAsync(BackupFolder backup, CancellationToken cancel)
    {
        var made = backup.Contents.Migrations;
        if (made.Except(Migrator.Shipped(migrations)).FirstOrDefault() is { } unknown)
        {
            throw new InvalidOperationException($"The backup was made after {unknown.Name}, which this version does not have. Restore it with the version that made it, or a later one.");
        }

        await using var connection = new NpgsqlConnection(owner);
        await connection.OpenAsync(cancel);
        await RefuseLaterAsync(connection, made, cancel);
        var names = made.Select(migration => migration.Name).ToHashSet(StringComparer.Ordinal);
        await new Migrator(owner, migrations).ApplyAsync(names.Contains, cancel);
        var restored = await FillAsync(connection, backup, cancel);
        await new Migrator(owner, migrations).ApplyAsync(cancel);
        return restored;
    }

    private static async Task RefuseLaterAsync(NpgsqlConnection connection, IReadOnlyList<AppliedMigration> made, CancellationToken cancel)
    {
        if (await AskAsync(connection, "select to_regclass('shell.migrations') is not null", cancel)
            && (await Migrator.AppliedAsync(connection, cancel)).Except(made).FirstOrDefault() is { } later)
        {
            throw new InvalidOperationException($"{later.Name} was applied here and not where the backup comes from: restore into a new database.");
        }
    }

    private async Task<int> FillAsync(NpgsqlConnection connection, BackupFolder backup, CancellationToken cancel)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        var tables = await DatabaseTable.ReadAsync(connection, cancel);
        await ExecuteAsync(connection, "lock table shell.tenants, shell.accounts in access exclusive mode", cancel);
        if (await AskAsync(connection, "select exists (select from shell.tenants) or exists (select from shell.accounts)", cancel))
        {
            throw new InvalidOperationException("This database holds communes or accounts: they are never written over. Restore into a new database.");
        }

        var restored = await files.RunAsync(backup, key => key, cancel);
        await ExecuteAsync(connection, $"truncate {string.Join(", ", tables.Select(table => table.Name))}", cancel);

        // Rows come back as they were: nothing is counted, numbered or told a second time.
        foreach (var table in tables)
        {
            await ExecuteAsync(connection, $"alter table {table.Name} disable trigger user", cancel);
            await backup.CopyIntoAsync(connection, Find(backup, table), table.Name, cancel);
        }

        foreach (var table in tables)
        {
            // Foreign keys of what was copied are checked at the end of each statement; a table with checks to come could not be altered.
            await ExecuteAsync(connection, $"alter table {table.Name} enable trigger user", cancel);
        }

        await transaction.CommitAsync(cancel);
        return restored;
    }

    private static BackedUpTable Find(BackupFolder backup, DatabaseTable table) =>
        backup.Contents.Tables.SingleOrDefault(saved => saved.Name == table.Name && saved.Columns.All(table.Columns.Contains))
        ?? throw new InvalidOperationException($"The backup has no {table.Name} as this database knows it.");

    private static async Task<bool> AskAsync(NpgsqlConnection connection, string question, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(question, connection);
        return (bool)(await command.ExecuteScalarAsync(cancel))!;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancel);
    }
}
