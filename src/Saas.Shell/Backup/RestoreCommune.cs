using Npgsql;
using Saas.Shell.Data;

namespace Saas.Shell.Backup;

/// <summary>
/// Puts one commune back as it was, in one transaction, into a platform that has it, lost it or never had it. What the commune has
/// written since the backup goes; no row of another commune, and no account that exists, is touched.
/// </summary>
internal sealed class RestoreCommune(string owner, RestoreFiles files)
{
    /// <summary>Kept by the database of this platform.</summary>
    private static readonly string[] NotTheRows = ["id", "content_version", "changed_at"];

    public async Task<RestoredCommune> RunAsync(BackupFolder backup, CancellationToken cancel)
    {
        var commune = backup.Contents.Commune ?? throw new InvalidOperationException("This is the backup of a whole platform.");
        await using var connection = new NpgsqlConnection(owner);
        await connection.OpenAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        if (backup.Contents.Migrations.Except(await Migrator.AppliedAsync(connection, cancel)).FirstOrDefault() is { } missing)
        {
            throw new InvalidOperationException($"The backup was made after {missing.Name}, which this database does not have: migrate it first.");
        }

        var staged = await StageAsync(connection, backup, commune, cancel);
        var (id, exists) = await FindAsync(connection, commune, cancel);
        var restored = await files.RunAsync(backup, key => $"{id:N}{key[key.IndexOf('/', StringComparison.Ordinal)..]}", cancel);
        try
        {
            await ReplaceAsync(connection, staged, id, exists, cancel);
        }
        catch (PostgresException refused) when (refused.SqlState.StartsWith("23", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"{commune.Slug} was not restored, and nothing was changed: the database refused {refused.ConstraintName ?? refused.ColumnName} of {refused.TableName}.", refused);
        }

        await transaction.CommitAsync(cancel);
        return new RestoredCommune(commune.Slug, exists, restored);
    }

    /// <summary>The backup's rows in tables of this transaction's own, found to be of this commune alone.</summary>
    private static async Task<IReadOnlyList<Staged>> StageAsync(NpgsqlConnection connection, BackupFolder backup, BackedUpCommune commune, CancellationToken cancel)
    {
        var tables = await DatabaseTable.ReadAsync(connection, cancel);
        var owned = CommuneTables.Owned(tables).Select(table => table.Name).ToList();
        var staged = new List<Staged>();
        foreach (var table in tables)
        {
            var saved = backup.Contents.Tables.SingleOrDefault(saved => saved.Name == table.Name);
            if (saved is null && !owned.Contains(table.Name))
            {
                continue;
            }

            if (saved is not null && !saved.Columns.All(table.Columns.Contains))
            {
                throw new InvalidOperationException($"The backup has columns of {table.Name} that this database no longer has.");
            }

            // A table made since the backup: the commune had nothing in it.
            saved ??= new BackedUpTable(table.Name, table.Columns);
            var copy = new Staged(table.Name, saved.Columns, $"staged_{staged.Count}", owned.Contains(table.Name));
            await ExecuteAsync(connection, $"create temporary table {copy.Rows} on commit drop as select {copy.List} from {copy.Table} with no data", cancel);
            if (backup.Contents.Tables.Contains(saved))
            {
                await backup.CopyIntoAsync(connection, saved, copy.Rows, cancel);
            }

            staged.Add(copy);
        }

        if (backup.Contents.Tables.Any(saved => staged.All(copy => copy.Table != saved.Name)))
        {
            throw new InvalidOperationException("The backup has tables that this database no longer has.");
        }

        foreach (var copy in staged.Where(copy => copy.IsOwned || copy.Table == CommuneTables.Tenants))
        {
            var column = copy.IsOwned ? "tenant_id" : "id";
            if (await CountAsync(connection, $"select count(*) from {copy.Rows} where {column} is distinct from $1", cancel, commune.Id) > 0)
            {
                throw new InvalidOperationException($"The backup has rows of another commune in {copy.Table}.");
            }
        }

        return staged;
    }

    /// <summary>On another platform the commune has another identifier: its INSEE code, or a group's SIREN, says that it is the same.</summary>
    private static async Task<(Guid Id, bool Exists)> FindAsync(NpgsqlConnection connection, BackedUpCommune commune, CancellationToken cancel)
    {
        // What is inserted for the commune meanwhile waits for this row.
        await using var command = new NpgsqlCommand("select id from shell.tenants where id = $1 or insee_code = $2 or siren = $3 order by id = $1 desc limit 1 for update", connection)
        {
            Parameters = { new() { Value = commune.Id }, Text(commune.InseeCode), Text(commune.Siren) },
        };
        return await command.ExecuteScalarAsync(cancel) is Guid found ? (found, true) : (commune.Id, false);
    }

    private static NpgsqlParameter Text(string? value) => new() { Value = value ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text };

    private static async Task ReplaceAsync(NpgsqlConnection connection, IReadOnlyList<Staged> staged, Guid id, bool exists, CancellationToken cancel)
    {
        await ExecuteAsync(connection, $"set local saas.tenant_id = '{id:D}'", cancel);
        var owned = staged.Where(copy => copy.IsOwned).ToList();
        foreach (var copy in owned.Where(copy => !CommuneTables.OnlyGrow.Contains(copy.Table)).Reverse())
        {
            await ExecuteAsync(connection, $"delete from {copy.Table} where tenant_id = $1", cancel, id);
        }

        await WriteTenantAsync(connection, staged.Single(copy => copy.Table == CommuneTables.Tenants), id, exists, cancel);
        await AddPeopleAsync(connection, staged, cancel);
        foreach (var copy in owned)
        {
            // A domain may have passed to another commune since.
            var unless = copy.Table == CommuneTables.Hosts || CommuneTables.OnlyGrow.Contains(copy.Table) ? " on conflict do nothing" : "";
            await ExecuteAsync(connection, $"update {copy.Rows} set tenant_id = $1", cancel, id);
            await ExecuteAsync(connection, $"insert into {copy.Table} ({copy.List}) select {copy.List} from {copy.Rows}{unless}", cancel);
        }
    }

    private static async Task WriteTenantAsync(NpgsqlConnection connection, Staged tenant, Guid id, bool exists, CancellationToken cancel)
    {
        var columns = string.Join(", ", tenant.Columns.Except(NotTheRows));
        var sql = exists
            ? $"update shell.tenants t set ({columns}) = (select {columns} from {tenant.Rows}), content_version = t.content_version + 1 where id = $1"
            : $"insert into shell.tenants (id, content_version, {columns}) select $1, content_version + 1, {columns} from {tenant.Rows}";
        await ExecuteAsync(connection, sql, cancel, id);
    }

    private static async Task AddPeopleAsync(NpgsqlConnection connection, IReadOnlyList<Staged> staged, CancellationToken cancel)
    {
        var people = staged.Single(copy => copy.Table == CommuneTables.Accounts);
        await ExecuteAsync(connection, $"""
            insert into shell.accounts ({people.List}, is_operator, two_factor_enabled, lockout_enabled, access_failed_count, security_stamp)
            select {people.List}, false, false, true, 0, gen_random_uuid()::text from {people.Rows}
            on conflict do nothing
            """, cancel);

        // On another platform the person has another identifier: the address says that it is the same.
        foreach (var column in await PersonColumn.ReadAsync(connection, cancel))
        {
            var rows = staged.Single(copy => copy.Table == column.Table).Rows;
            await ExecuteAsync(connection, $"""
                update {rows} r set {column.Column} = a.id
                from {people.Rows} p join shell.accounts a on a.normalized_email = p.normalized_email
                where r.{column.Column} = p.id and a.id <> p.id and not exists (select from shell.accounts same where same.id = p.id)
                """, cancel);
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancel, params object[] values)
    {
        await using var command = Command(connection, sql, values);
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static async Task<long> CountAsync(NpgsqlConnection connection, string sql, CancellationToken cancel, params object[] values)
    {
        await using var command = Command(connection, sql, values);
        return (long)(await command.ExecuteScalarAsync(cancel))!;
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, object[] values)
    {
        var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return command;
    }

    private sealed record Staged(string Table, IReadOnlyList<string> Columns, string Rows, bool IsOwned)
    {
        public string List => string.Join(", ", Columns);
    }
}

internal sealed record RestoredCommune(string Slug, bool Existed, int Files);
