using Npgsql;
using NpgsqlTypes;
using Saas.Shell.Tenancy;

namespace Saas.Shell.Provisioning;

/// <summary>
/// Founds every commune of the reference data, some hundreds per transaction, as the owner. What is founded stays founded: stopped at
/// any point and run again, it goes on with those that are missing. Gives each commune what <see cref="CommuneFounding"/> gives it.
/// </summary>
public sealed class AllCommunes(string ownerConnection, TimeProvider clock)
{
    private const int SetSize = 500;

    /// <summary>Returns the INSEE codes that could not be founded, because another commune holds their slug.</summary>
    /// <param name="departement">Only the communes of this one, <c>34</c>; null for all.</param>
    /// <param name="progress">Told how many communes are there, of how many.</param>
    public async Task<IReadOnlyList<string>> FoundAsync(string? departement, Action<int, int> progress, CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(ownerConnection);
        await connection.OpenAsync(cancel);
        var total = await CountAsync(connection, departement, cancel);
        var missing = await MissingAsync(connection, departement, cancel);
        progress(total - missing.Count, total);
        var done = total - missing.Count;
        foreach (var set in missing.Chunk(SetSize))
        {
            await InsertAsync(connection, set, cancel);
            done += set.Length;
            progress(done, total);
        }

        await using var analyze = new NpgsqlCommand("analyze shell.tenants", connection);
        await analyze.ExecuteNonQueryAsync(cancel);
        return await MissingAsync(connection, departement, cancel);
    }

    private static async Task<int> CountAsync(NpgsqlConnection connection, string? departement, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand("select count(*)::int from shell.reference_communes where $1 is null or departement = $1", connection)
        {
            Parameters = { Text(departement) },
        };
        return (int)(await command.ExecuteScalarAsync(cancel))!;
    }

    private static async Task<List<string>> MissingAsync(NpgsqlConnection connection, string? departement, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand("""
            select c.code from shell.reference_communes c
            where ($1 is null or c.departement = $1) and not exists (select from shell.tenants t where t.insee_code = c.code)
            order by c.code
            """, connection)
        {
            Parameters = { Text(departement) },
        };
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var missing = new List<string>();
        while (await rows.ReadAsync(cancel))
        {
            missing.Add(rows.GetString(0));
        }

        return missing;
    }

    private async Task InsertAsync(NpgsqlConnection connection, string[] communes, CancellationToken cancel)
    {
        // Someone may be founding one of them at this moment, one by one or by another run of this.
        await using var command = new NpgsqlCommand("""
            insert into shell.tenants (id, slug, name, insee_code, epci_siren, state, theme, time_zone, created_at)
            select founded.id, c.slug, c.name, c.code, c.epci_siren, $4, $5, founded.time_zone, $6
            from unnest($1, $2, $3) as founded (id, code, time_zone) join shell.reference_communes c on c.code = founded.code
            on conflict do nothing
            """, connection)
        {
            Parameters =
            {
                new() { Value = Array.ConvertAll(communes, _ => Guid.CreateVersion7()) },
                new() { Value = communes },
                new() { Value = Array.ConvertAll(communes, code => TimeZones.Of(Departements.Of(code))) },
                Text(nameof(TenantState.Preparing)),
                Text(CommuneFounding.FirstTheme),
                new() { Value = clock.GetUtcNow() },
            },
        };
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static NpgsqlParameter Text(string? value) => new() { Value = value ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };
}
