using Npgsql;

namespace Saas.Shell.Backup;

/// <summary>A table as the database knows it: never listed by hand, so that none is forgotten.</summary>
/// <param name="Name">With its schema, quoted where SQL asks for it, as are the columns.</param>
/// <param name="IsWalled">Row-level security holds it: its rows belong to communes.</param>
internal sealed record DatabaseTable(string Name, bool IsWalled, IReadOnlyList<string> Columns, IReadOnlyList<string> Parents)
{
    /// <summary>Written by the migrations themselves.</summary>
    private const string Migrations = "shell.migrations";

    /// <summary>Parents before children, as foreign keys ask. A table that points at itself is filled by one statement, which is enough.</summary>
    public static async Task<IReadOnlyList<DatabaseTable>> ReadAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand("""
            select format('%I.%I', n.nspname, c.relname), c.relrowsecurity,
                array(select quote_ident(attname) from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '' order by attnum),
                array(select distinct format('%I.%I', pn.nspname, p.relname)
                    from pg_constraint f join pg_class p on p.oid = f.confrelid join pg_namespace pn on pn.oid = p.relnamespace
                    where f.contype = 'f' and f.conrelid = c.oid and f.confrelid <> c.oid)
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'r' and c.relpersistence = 'p' and n.nspname <> 'information_schema' and n.nspname not like 'pg\_%'
            order by 1
            """, connection);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var tables = new List<DatabaseTable>();
        while (await rows.ReadAsync(cancel))
        {
            tables.Add(new DatabaseTable(rows.GetString(0), rows.GetBoolean(1), rows.GetFieldValue<string[]>(2), rows.GetFieldValue<string[]>(3)));
        }

        return InOrder(tables.Where(table => table.Name != Migrations).ToList());
    }

    internal static IReadOnlyList<DatabaseTable> InOrder(IReadOnlyList<DatabaseTable> tables)
    {
        var waiting = tables.ToList();
        var ordered = new List<DatabaseTable>();
        while (waiting.Count > 0)
        {
            var free = waiting.Where(table => !table.Parents.Any(parent => waiting.Any(other => other.Name == parent))).ToList();
            if (free.Count == 0)
            {
                throw new InvalidOperationException($"Foreign keys go round in a circle: {string.Join(", ", waiting.Select(table => table.Name))}.");
            }

            ordered.AddRange(free);
            waiting.RemoveAll(free.Contains);
        }

        return ordered;
    }
}
