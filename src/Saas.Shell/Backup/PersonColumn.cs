using Npgsql;

namespace Saas.Shell.Backup;

/// <summary>A column of a commune's table that points at a person's account.</summary>
internal sealed record PersonColumn(string Table, string Column)
{
    public static async Task<IReadOnlyList<PersonColumn>> ReadAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand("""
            select format('%I.%I', n.nspname, c.relname), quote_ident(a.attname)
            from pg_constraint f
            join pg_class c on c.oid = f.conrelid and c.relrowsecurity
            join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid and a.attnum = f.conkey[1]
            where f.contype = 'f' and f.confrelid = 'shell.accounts'::regclass and cardinality(f.conkey) = 1
            order by 1, 2
            """, connection);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var columns = new List<PersonColumn>();
        while (await rows.ReadAsync(cancel))
        {
            columns.Add(new PersonColumn(rows.GetString(0), rows.GetString(1)));
        }

        return columns;
    }
}
