using Npgsql;

namespace Saas.Bench;

/// <summary>SQL of the measures themselves: as the owner where rows are made, as the administrator where the server is asked.</summary>
internal sealed class Database(string connection) : IAsyncDisposable
{
    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(connection);

    public async Task ExecuteAsync(string sql, params object[] values)
    {
        await using var command = Command(sql, values);
        await command.ExecuteNonQueryAsync();
    }

    public async Task<T> ValueAsync<T>(string sql, params object[] values)
    {
        await using var command = Command(sql, values);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async Task<List<T>> ListAsync<T>(string sql, Func<NpgsqlDataReader, T> read, params object[] values)
    {
        await using var command = Command(sql, values);
        await using var rows = await command.ExecuteReaderAsync();
        var list = new List<T>();
        while (await rows.ReadAsync())
        {
            list.Add(read(rows));
        }

        return list;
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private NpgsqlCommand Command(string sql, object[] values)
    {
        var command = _source.CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return command;
    }
}

/// <summary>A commune as the measures know it.</summary>
internal sealed record Commune(Guid Id, string Slug, string Name)
{
    public string Host => $"{Slug}.{BenchSettings.Domain}";

    /// <summary>So many of them, the same ones for the same seed.</summary>
    public static async Task<List<Commune>> SomeAsync(Database database, int count, int seed)
    {
        var all = await database.ListAsync("select id, slug, name from shell.tenants where state <> 'Disabled' order by slug", row => new Commune(row.GetGuid(0), row.GetString(1), row.GetString(2)));
        var random = new Random(seed);
        var array = all.ToArray();
        random.Shuffle(array);
        return [.. array.Take(count)];
    }
}
