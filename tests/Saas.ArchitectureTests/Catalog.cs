using Npgsql;

namespace Saas.ArchitectureTests;

/// <summary>What PostgreSQL says a database is made of, one sentence per fact, so that two databases can be compared as sets.</summary>
internal sealed record Catalog(IReadOnlySet<string> Facts, IReadOnlySet<string> Tables, IReadOnlySet<string> Walled, IReadOnlySet<string> Watched)
{
    /// <summary>The scheduler's tables are described by Quartz, which compares them with its own at every start.</summary>
    private const string Ours = "n.nspname !~ '^(pg_|(information_schema|quartz)$)' and n.nspname || '.' || c.relname <> 'shell.migrations'";

    public static async Task<Catalog> ReadAsync(string connection)
    {
        await using var source = NpgsqlDataSource.Create(connection);

        // Defaults are left out: the application writes every column, and a default only serves a migration that adds one to rows that exist.
        var columns = await RowsAsync(source, $"""
            select n.nspname || '.' || c.relname || '.' || a.attname || ' is ' || format_type(a.atttypid, a.atttypmod)
                   || case when a.attnotnull then ' not null' else ' null' end
                   || case when a.attgenerated <> '' then ' generated' else '' end
                   || case when a.attidentity <> '' then ' identity' else '' end
            from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped and {Ours}
            """);
        var constraints = await RowsAsync(source, $"""
            select n.nspname || '.' || c.relname || ' has ' || k.conname || ' ' || pg_get_constraintdef(k.oid)
            from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
            where k.contype in ('p', 'f', 'u') and {Ours}
            """);
        var indexes = await RowsAsync(source, $"""
            select replace(pg_get_indexdef(i.indexrelid), 'USING btree ', '')
            from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
            where not exists (select from pg_constraint k where k.conindid = i.indexrelid) and {Ours}
            """);
        var tables = await RowsAsync(source, $"select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and {Ours}");
        var walled = await RowsAsync(source, $"""
            select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relrowsecurity and {Ours} and exists (
                select from pg_policy p where p.polrelid = c.oid and p.polcmd = '*' and p.polpermissive
                and pg_get_expr(p.polqual, p.polrelid) = '(tenant_id = (NULLIF(current_setting(''saas.tenant_id''::text, true), ''''::text))::uuid)')
            """);
        var watched = await RowsAsync(source, $"""
            select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            join pg_trigger t on t.tgrelid = c.oid join pg_proc f on f.oid = t.tgfoid join pg_namespace fn on fn.oid = f.pronamespace
            where fn.nspname = 'shell' and f.proname = 'content_changed' and t.tgenabled = 'O' and (t.tgtype & 28) = 28 and {Ours}
            """);
        return new Catalog(columns.Concat(constraints).Concat(indexes).ToHashSet(StringComparer.Ordinal), tables, walled, watched);
    }

    private static async Task<HashSet<string>> RowsAsync(NpgsqlDataSource source, string sql)
    {
        var rows = new HashSet<string>(StringComparer.Ordinal);
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }
}
