using Npgsql;
using Saas.Shell.Backup;

namespace Saas.Shell.Tests.Backup;

public sealed class CommuneTablesTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task Every_table_that_names_a_commune_is_in_its_backup_or_left_out_for_a_reason()
    {
        var tables = await TablesAsync();
        var naming = tables.Where(table => table.Columns.Contains("tenant_id")).Select(table => table.Name).ToList();
        Assert.NotEmpty(naming);

        Assert.Equal(
            naming.Order(StringComparer.Ordinal),
            CommuneTables.Owned(tables).Select(table => table.Name).Concat(CommuneTables.LeftOut.Keys).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Identifiers_are_made_by_the_application_so_that_no_counter_has_to_come_back()
    {
        await using var connection = new NpgsqlConnection(host.Database.Owner);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select count(*) from pg_sequences", connection);

        Assert.Equal(0L, await command.ExecuteScalarAsync());
    }

    private async Task<IReadOnlyList<DatabaseTable>> TablesAsync()
    {
        await using var connection = new NpgsqlConnection(host.Database.Owner);
        await connection.OpenAsync();
        return await DatabaseTable.ReadAsync(connection, CancellationToken.None);
    }
}
