using System.Data;
using System.IO.Compression;
using Npgsql;
using Saas.Shell.Data;
using Saas.Shell.Files;

namespace Saas.Shell.Backup;

/// <summary>
/// Writes the whole platform, or one commune, into a folder: every table as it was at one instant, then the files its rows speak of.
/// As the owner of the tables, whom row-level security does not bind. Nothing waits for it and nothing is held in memory.
/// </summary>
internal sealed class TakeBackup(string owner, IFileBytes bytes, TimeProvider clock)
{
    public async Task<BackupManifest> RunAsync(string folder, string? slug, CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(owner);
        await connection.OpenAsync(cancel);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);

        // A role that the walls would hold is told so, instead of being shown fewer rows.
        await ExecuteAsync(connection, "set transaction read only; set local row_security = off", cancel);
        var takenAt = clock.GetUtcNow();
        var commune = slug is null ? null : await FindAsync(connection, slug, cancel);
        var tables = await DatabaseTable.ReadAsync(connection, cancel);
        var migrations = await Migrator.AppliedAsync(connection, cancel);
        await using var backup = new NewBackup(folder);
        var written = new List<BackedUpTable>();
        foreach (var (table, rows) in commune is null ? tables.Select(Whole) : await OfAsync(connection, commune.Id, tables, cancel))
        {
            await backup.AddAsync(table.File, target => CopyAsync(connection, table, rows, target, cancel), cancel);
            written.Add(table);
        }

        var unsound = await CopyFilesAsync(connection, commune, backup, cancel);
        var manifest = new BackupManifest(takenAt, commune, migrations, written, unsound);
        await backup.FinishAsync(manifest, cancel);
        return manifest;
    }

    private static async Task<BackedUpCommune> FindAsync(NpgsqlConnection connection, string slug, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand("select id, slug, insee_code, siren from shell.tenants where slug = $1", connection) { Parameters = { new() { Value = slug } } };
        await using var rows = await command.ExecuteReaderAsync(cancel);
        return await rows.ReadAsync(cancel)
            ? new BackedUpCommune(rows.GetGuid(0), rows.GetString(1), rows.IsDBNull(2) ? null : rows.GetString(2), rows.IsDBNull(3) ? null : rows.GetString(3))
            : throw new InvalidOperationException($"There is no commune {slug}.");
    }

    private static (BackedUpTable Table, string Rows) Whole(DatabaseTable table) => (new BackedUpTable(table.Name, table.Columns), "");

    private static async Task<IEnumerable<(BackedUpTable Table, string Rows)>> OfAsync(NpgsqlConnection connection, Guid commune, IReadOnlyList<DatabaseTable> tables, CancellationToken cancel)
    {
        // A Guid writes as hexadecimal digits and dashes only: nothing to escape. COPY takes no parameters.
        var people = (await PersonColumn.ReadAsync(connection, cancel)).Select(person => $"select {person.Column} from {person.Table} where tenant_id = '{commune:D}'");
        return tables
            .Where(table => table.Name == CommuneTables.Tenants)
            .Select(table => (new BackedUpTable(table.Name, table.Columns), $" where id = '{commune:D}'"))
            .Append((CommuneTables.People, $" where id in ({string.Join(" union ", people)})"))
            .Concat(CommuneTables.Owned(tables).Select(table => (new BackedUpTable(table.Name, table.Columns), $" where tenant_id = '{commune:D}'")));
    }

    private static async Task CopyAsync(NpgsqlConnection connection, BackedUpTable table, string rows, Stream target, CancellationToken cancel)
    {
        await using var compressed = new GZipStream(target, CompressionLevel.Fastest, leaveOpen: true);
        await using var copy = await connection.BeginRawBinaryCopyAsync($"copy (select {string.Join(", ", table.Columns)} from {table.Name}{rows}) to stdout (format binary)", cancel);
        await copy.CopyToAsync(compressed, cancel);
    }

    private async Task<IReadOnlyList<string>> CopyFilesAsync(NpgsqlConnection connection, BackedUpCommune? commune, NewBackup backup, CancellationToken cancel)
    {
        var unsound = new List<string>();
        await using var command = new NpgsqlCommand("select tenant_id, module, id, checksum from shell.stored_files where $1::uuid is null or tenant_id = $1 order by tenant_id, id", connection)
        {
            CommandTimeout = 0,
            Parameters = { new() { Value = commune?.Id ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid } },
        };
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel))
        {
            var key = StoredFile.KeyOf(rows.GetGuid(0), rows.GetString(1), rows.GetGuid(2));
            await using var content = await bytes.OpenAsync(key, cancel);
            if (content is null || await backup.AddAsync($"files/{key}", target => content.CopyToAsync(target, cancel), cancel) != rows.GetString(3))
            {
                unsound.Add(key);
            }
        }

        return unsound;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancel);
    }
}
