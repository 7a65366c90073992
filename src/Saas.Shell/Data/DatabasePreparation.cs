using Npgsql;

namespace Saas.Shell.Data;

/// <summary>
/// Makes the two roles and the database on a server: the owner runs migrations and backups, the application's role reads and writes
/// rows and owns nothing. Can be run again.
/// </summary>
public static class DatabasePreparation
{
    public static async Task RunAsync(string administrator, string owner, string application, CancellationToken cancel)
    {
        var own = new NpgsqlConnectionStringBuilder(owner);
        var app = new NpgsqlConnectionStringBuilder(application);
        await using (var server = new NpgsqlConnection(administrator))
        {
            await server.OpenAsync(cancel);
            await RoleAsync(server, own, cancel);
            await RoleAsync(server, app, cancel);
            if (!await ExistsAsync(server, "select from pg_database where datname = $1", own.Database!, cancel))
            {
                await ExecuteAsync(server, $"create database {Name(own.Database!)} owner {Name(own.Username!)} template template0 encoding 'UTF8'", cancel);
            }
        }

        await using var database = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(administrator) { Database = own.Database }.ConnectionString);
        await database.OpenAsync(cancel);
        await ExecuteAsync(database, $"""
            create extension if not exists unaccent;
            alter schema public owner to {Name(own.Username!)};
            revoke create on schema public from public;
            """, cancel);
    }

    private static async Task RoleAsync(NpgsqlConnection server, NpgsqlConnectionStringBuilder role, CancellationToken cancel)
    {
        if (!await ExistsAsync(server, "select from pg_roles where rolname = $1", role.Username!, cancel))
        {
            await ExecuteAsync(server, $"create role {Name(role.Username!)} login", cancel);
        }

        await ExecuteAsync(server, $"alter role {Name(role.Username!)} nosuperuser nobypassrls password {Text(role.Password ?? "")}", cancel);
    }

    private static async Task<bool> ExistsAsync(NpgsqlConnection server, string query, string name, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(query, server) { Parameters = { new() { Value = name } } };
        await using var rows = await command.ExecuteReaderAsync(cancel);
        return await rows.ReadAsync(cancel);
    }

    private static async Task ExecuteAsync(NpgsqlConnection server, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, server);
        await command.ExecuteNonQueryAsync(cancel);
    }

    // Role and database names take no parameters in SQL.
    private static string Name(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Text(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
