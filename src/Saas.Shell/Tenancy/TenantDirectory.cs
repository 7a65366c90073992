using System.Collections.Concurrent;
using Npgsql;
using NpgsqlTypes;
using Saas.Shell.Data;

namespace Saas.Shell.Tenancy;

/// <summary>One snapshot of all communes, a few hundred bytes each, loaded once and corrected one by one.</summary>
internal sealed class TenantDirectory(ApplicationDatabase database) : ITenantDirectory
{
    private const string Columns = """
        select t.id, t.slug, t.name, t.insee_code, t.state, t.theme, t.time_zone, t.accent, t.content_version,
               array(select h.host from shell.tenant_hosts h where h.tenant_id = t.id order by h.canonical desc, h.host)
        from shell.tenants t
        """;

    private readonly ConcurrentDictionary<Guid, Tenant> _byId = new();
    private readonly ConcurrentDictionary<string, Tenant> _bySlug = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Tenant> _byHost = new(StringComparer.Ordinal);

    /// <summary>In no order.</summary>
    public ICollection<Tenant> All => _byId.Values;

    public Tenant? FindBySlug(string slug) => _bySlug.GetValueOrDefault(slug);

    public Tenant? FindByOwnHost(string host) => _byHost.GetValueOrDefault(host);

    public Tenant? FindById(Guid id) => _byId.GetValueOrDefault(id);

    public async Task LoadAsync(CancellationToken cancel)
    {
        await using var command = database.Source.CreateCommand(Columns);
        var seen = new HashSet<Guid>();
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel))
        {
            var tenant = Read(rows);
            seen.Add(tenant.Id);
            Put(tenant);
        }

        foreach (var gone in _byId.Keys.Where(id => !seen.Contains(id)).ToList())
        {
            Remove(gone);
        }
    }

    public async Task RefreshAsync(Guid id, CancellationToken cancel)
    {
        await using var command = database.Source.CreateCommand($"{Columns} where t.id = $1");
        command.Parameters.Add(new NpgsqlParameter { Value = id, NpgsqlDbType = NpgsqlDbType.Uuid });
        await using var rows = await command.ExecuteReaderAsync(cancel);
        if (await rows.ReadAsync(cancel))
        {
            Put(Read(rows));
        }
        else
        {
            Remove(id);
        }
    }

    private static Tenant Read(NpgsqlDataReader row) => new()
    {
        Id = row.GetGuid(0),
        Slug = row.GetString(1),
        Name = row.GetString(2),
        InseeCode = row.GetString(3),
        State = Enum.Parse<TenantState>(row.GetString(4)),
        Theme = row.GetString(5),
        TimeZone = row.GetString(6),
        Accent = row.IsDBNull(7) ? null : row.GetString(7),
        ContentVersion = row.GetInt64(8),
        Hosts = row.GetFieldValue<string[]>(9),
    };

    private void Put(Tenant tenant)
    {
        // A notification may overtake the answer of an older read: the content version never goes back.
        if (_byId.TryGetValue(tenant.Id, out var known))
        {
            if (known.ContentVersion > tenant.ContentVersion)
            {
                return;
            }

            Forget(known, tenant);
        }

        _byId[tenant.Id] = tenant;
        _bySlug[tenant.Slug] = tenant;
        foreach (var host in tenant.Hosts)
        {
            _byHost[host] = tenant;
        }
    }

    private void Forget(Tenant known, Tenant replacement)
    {
        if (known.Slug != replacement.Slug)
        {
            _bySlug.TryRemove(known.Slug, out _);
        }

        foreach (var host in known.Hosts.Except(replacement.Hosts))
        {
            _byHost.TryRemove(host, out _);
        }
    }

    private void Remove(Guid id)
    {
        if (_byId.TryRemove(id, out var known))
        {
            _bySlug.TryRemove(known.Slug, out _);
            foreach (var host in known.Hosts)
            {
                _byHost.TryRemove(host, out _);
            }
        }
    }
}
