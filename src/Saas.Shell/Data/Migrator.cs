using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Saas.Shell.Data;

/// <summary>Applies migrations/*.sql in order, once each, one transaction each. An applied file never changes: its hash is kept.</summary>
public sealed class Migrator(string connectionString, string folder)
{
    /// <summary>First line of a migration that only adds: nodes of the version before keep serving beside it.</summary>
    internal const string OnlyAdds = "-- Only adds: older nodes keep serving.";

    /// <summary>Any number, the same on every node: two migrators wait for each other.</summary>
    private const long Lock = 0x7361_6173;

    /// <summary>A migration that waits for a lock makes every request behind it wait: rather fail and be run again.</summary>
    internal TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(5);

    public Task<IReadOnlyList<string>> ApplyAsync(CancellationToken cancel) => ApplyAsync(_ => true, cancel);

    /// <summary>Stops before the first that is not wanted.</summary>
    internal async Task<IReadOnlyList<string>> ApplyAsync(Func<string, bool> wanted, CancellationToken cancel)
    {
        // Its own connection, closed for good: one that returns to a pool keeps the lock.
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancel);
        await ExecuteAsync(connection, $"select pg_advisory_lock({Lock})", cancel);
        await PrepareAsync(connection, cancel);
        var applied = (await AppliedAsync(connection, cancel)).ToDictionary(migration => migration.Name, migration => migration.Hash, StringComparer.Ordinal);
        var done = new List<string>();
        foreach (var (name, sql, hash) in Files(folder).TakeWhile(file => wanted(file.Name)))
        {
            if (applied.TryGetValue(name, out var known))
            {
                if (known != hash)
                {
                    throw new InvalidOperationException($"{name} was changed after it was applied. Write a new migration instead.");
                }

                continue;
            }

            await ApplyAsync(connection, name, sql, hash, cancel);
            done.Add(name);
        }

        return done;
    }

    /// <summary>One line for all migrations, to tell whether the database is the one this code was written for.</summary>
    public static string Fingerprint(string folder) => string.Join(' ', Shipped(folder).Select(file => file.Hash[..12]));

    /// <summary>
    /// Whether a node of these migrations may serve from this database, asked by the application's role: all of its own ran, and of
    /// others only such as say that older nodes keep serving.
    /// </summary>
    public static async Task<bool> MayServeAsync(NpgsqlDataSource source, string folder, CancellationToken cancel)
    {
        await using var command = source.CreateCommand("select name, hash, coalesce((to_jsonb(m) ->> 'only_adds')::boolean, false) from shell.migrations m");
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var missing = Shipped(folder).ToHashSet();
        var borne = true;
        while (await rows.ReadAsync(cancel))
        {
            borne &= missing.Remove(new AppliedMigration(rows.GetString(0), rows.GetString(1))) || rows.GetBoolean(2);
        }

        return borne && missing.Count == 0;
    }

    internal static IReadOnlyList<AppliedMigration> Shipped(string folder) => Files(folder).Select(file => new AppliedMigration(file.Name, file.Hash)).ToList();

    /// <summary>In order. The table must be there.</summary>
    internal static async Task<IReadOnlyList<AppliedMigration>> AppliedAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand("select name, hash from shell.migrations order by name collate \"C\"", connection);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var applied = new List<AppliedMigration>();
        while (await rows.ReadAsync(cancel))
        {
            applied.Add(new AppliedMigration(rows.GetString(0), rows.GetString(1)));
        }

        return applied;
    }

    private static IEnumerable<(string Name, string Sql, string Hash)> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*.sql")
            .Order(StringComparer.Ordinal)
            .Select(path => (Path.GetFileName(path), File.ReadAllText(path)))
            .Select(file => (file.Item1, file.Item2, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(file.Item2)))));

    private static async Task PrepareAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await ExecuteAsync(connection, """
            create schema if not exists shell;
            create table if not exists shell.migrations (name text primary key, hash text not null, applied_at timestamptz not null default now());
            """, cancel);

        // Not on every run: even without effect it would wait for, and hold up, the nodes that ask whether they are ready.
        await using var known = new NpgsqlCommand("select exists (select from pg_attribute where attrelid = 'shell.migrations'::regclass and attname = 'only_adds')", connection);
        if (await known.ExecuteScalarAsync(cancel) is false)
        {
            await ExecuteAsync(connection, "alter table shell.migrations add column only_adds boolean not null default false", cancel);
        }
    }

    private async Task ApplyAsync(NpgsqlConnection connection, string name, string sql, string hash, CancellationToken cancel)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await ExecuteAsync(connection, $"set local lock_timeout = {(int)LongestWait.TotalMilliseconds}", cancel);
        try
        {
            await ExecuteAsync(connection, sql, cancel);
        }
        catch (PostgresException late) when (late.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            throw new InvalidOperationException($"{name} waited for a lock that others hold, and gave up rather than make requests wait. Nothing of it was applied: run this again.", late);
        }

        await using var note = new NpgsqlCommand("insert into shell.migrations (name, hash, only_adds) values ($1, $2, $3)", connection)
        {
            Parameters = { new() { Value = name }, new() { Value = hash }, new() { Value = sql.StartsWith(OnlyAdds, StringComparison.Ordinal) } },
        };
        await note.ExecuteNonQueryAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancel);
    }
}

internal sealed record AppliedMigration(string Name, string Hash);
