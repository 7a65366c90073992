using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Saas.Shell.Data;

/// <summary>Applies migrations/*.sql in order, once each, one transaction each. An applied file never changes: its hash is kept.</summary>
public sealed class Migrator(string connectionString, string folder)
{
    /// <summary>Any number, the same on every node: two migrators wait for each other.</summary>
    private const long Lock = 0x7361_6173;

    public async Task<IReadOnlyList<string>> ApplyAsync(CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancel);
        await ExecuteAsync(connection, $"select pg_advisory_lock({Lock})", cancel);
        await ExecuteAsync(connection, """
            create schema if not exists shell;
            create table if not exists shell.migrations (name text primary key, hash text not null, applied_at timestamptz not null default now());
            """, cancel);
        var applied = await AppliedAsync(connection, cancel);
        var done = new List<string>();
        foreach (var (name, sql, hash) in Files(folder))
        {
            if (applied.TryGetValue(name, out var known))
            {
                if (known != hash)
                {
                    throw new InvalidOperationException($"{name} was changed after it was applied. Write a new migration instead.");
                }

                continue;
            }

            await using var transaction = await connection.BeginTransactionAsync(cancel);

            // A migration that waits for a lock makes every request behind it wait: rather fail and be run again.
            await ExecuteAsync(connection, "set local lock_timeout = '5s'", cancel);
            await ExecuteAsync(connection, sql, cancel);
            await using var note = new NpgsqlCommand("insert into shell.migrations (name, hash) values ($1, $2)", connection)
            {
                Parameters = { new() { Value = name }, new() { Value = hash } },
            };
            await note.ExecuteNonQueryAsync(cancel);
            await transaction.CommitAsync(cancel);
            done.Add(name);
        }

        return done;
    }

    /// <summary>One line for all migrations, to tell whether the database is the one this code was written for.</summary>
    public static string Fingerprint(string folder) => string.Join(' ', Files(folder).Select(file => file.Hash[..12]));

    /// <summary>The same line, read from the database by the application's role.</summary>
    public static async Task<string> FingerprintAsync(NpgsqlDataSource source, CancellationToken cancel)
    {
        await using var command = source.CreateCommand("select coalesce(string_agg(left(hash, 12), ' ' order by name), '') from shell.migrations");
        return (string)(await command.ExecuteScalarAsync(cancel))!;
    }

    private static IEnumerable<(string Name, string Sql, string Hash)> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*.sql")
            .Order(StringComparer.Ordinal)
            .Select(path => (Path.GetFileName(path), File.ReadAllText(path)))
            .Select(file => (file.Item1, file.Item2, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(file.Item2)))));

    private static async Task<Dictionary<string, string>> AppliedAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand("select name, hash from shell.migrations", connection);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var applied = new Dictionary<string, string>(StringComparer.Ordinal);
        while (await rows.ReadAsync(cancel))
        {
            applied[rows.GetString(0)] = rows.GetString(1);
        }

        return applied;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancel);
    }
}
