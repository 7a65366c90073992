using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using Npgsql;
using NpgsqlTypes;
using Saas.Shell.Data;
using Saas.Shell.Theming;

namespace Saas.Shell.Tenancy;

/// <summary>One snapshot of all communes, a few hundred bytes each, loaded once and corrected one by one.</summary>
internal sealed class TenantDirectory(ApplicationDatabase database) : ITenantDirectory
{
    private const string Columns = """
        select t.id, t.slug, t.name, t.insee_code, t.state, t.theme, t.time_zone, t.accent, t.content_version,
               array(select h.host from shell.tenant_hosts h where h.tenant_id = t.id order by h.canonical desc, h.host),
               t.changed_at, t.created_at, array_to_string(t.modules, ' '), t.blason, t.banner, t.banner_small, t.notice,
               (select h.host from shell.tenant_hosts h where h.tenant_id = t.id and h.canonical order by h.host limit 1),
               t.kind, t.departement
        from shell.tenants t
        """;

    /// <summary>A change is seen at its commit and dated before it: how far back to look again. The full reading catches a longer one.</summary>
    private static readonly TimeSpan LongestTransaction = TimeSpan.FromSeconds(30);

    /// <summary>Communes have few different sets of modules: each is kept once.</summary>
    private static readonly ConcurrentDictionary<string, FrozenSet<string>> ModuleSets = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<Guid, Tenant> _byId = new();
    private readonly ConcurrentDictionary<string, Tenant> _bySlug = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Tenant> _byHost = new(StringComparer.Ordinal);
    private long _latestChange = DateTimeOffset.UnixEpoch.UtcTicks;

    /// <summary>In no order.</summary>
    public ICollection<Tenant> All => _byId.Values;

    public Tenant? FindBySlug(string slug) => _bySlug.GetValueOrDefault(slug);

    public Tenant? FindByOwnHost(string host) => _byHost.GetValueOrDefault(host);

    public Tenant? FindById(Guid id) => _byId.GetValueOrDefault(id);

    /// <summary>Reads all communes, those that are gone included.</summary>
    public async Task LoadAsync(CancellationToken cancel)
    {
        await using var command = database.Source.CreateCommand(Columns);
        var seen = new HashSet<Guid>(_byId.Count);
        await foreach (var tenant in ReadAsync(command, cancel))
        {
            seen.Add(tenant.Id);
            Put(tenant);
        }

        foreach (var gone in _byId.Keys.Where(id => !seen.Contains(id)).ToList())
        {
            Remove(gone);
        }
    }

    public Task RefreshAsync(Guid id, CancellationToken cancel) => RefreshAsync([id], cancel);

    /// <summary>Reads these again, in one query however many they are.</summary>
    public async Task RefreshAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancel)
    {
        await using var command = database.Source.CreateCommand($"{Columns} where t.id = any ($1)");
        command.Parameters.Add(new NpgsqlParameter { Value = ids.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid });
        var gone = ids.ToHashSet();
        await foreach (var tenant in ReadAsync(command, cancel))
        {
            gone.Remove(tenant.Id);
            Put(tenant);
        }

        foreach (var id in gone)
        {
            Remove(id);
        }
    }

    /// <summary>Reads on this connection what changed lately, for when a notification was missed.</summary>
    public async Task CatchUpAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand($"{Columns} where t.changed_at > $1", connection) { CommandTimeout = 5 };
        command.Parameters.Add(new NpgsqlParameter { Value = new DateTimeOffset(Volatile.Read(ref _latestChange), TimeSpan.Zero) - LongestTransaction, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        await foreach (var tenant in ReadAsync(command, cancel))
        {
            Put(tenant);
        }
    }

    private async IAsyncEnumerable<Tenant> ReadAsync(NpgsqlCommand command, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel))
        {
            Volatile.Write(ref _latestChange, Math.Max(Volatile.Read(ref _latestChange), rows.GetFieldValue<DateTimeOffset>(10).UtcTicks));
            yield return Read(rows);
        }
    }

    private static Tenant Read(NpgsqlDataReader row) => new()
    {
        Id = row.GetGuid(0),
        Slug = row.GetString(1),
        Name = row.GetString(2),
        Kind = Enum.Parse<TenantKind>(row.GetString(18)),
        InseeCode = Text(row, 3),
        Departement = string.Intern(Text(row, 3) is { } code ? Departements.Of(code) : Text(row, 19) ?? ""),
        State = Enum.Parse<TenantState>(row.GetString(4)),
        Look = new Look(string.Intern(row.GetString(5)), Text(row, 7), Picture(row, 13), Picture(row, 14), Picture(row, 15)),
        TimeZone = string.Intern(row.GetString(6)),
        ContentVersion = row.GetInt64(8),
        Hosts = row.GetFieldValue<string[]>(9),
        CreatedAt = row.GetFieldValue<DateTimeOffset>(11),
        CanonicalHost = Text(row, 17),
        Notice = Text(row, 16),
        Modules = ModuleSets.GetOrAdd(row.GetString(12), names => names.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal)),
    };

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static Guid? Picture(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetGuid(column);

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
