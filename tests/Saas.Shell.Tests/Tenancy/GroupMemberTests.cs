using Npgsql;

namespace Saas.Shell.Tests.Tenancy;

/// <summary>The policies of the table, with no code of ours in between.</summary>
public sealed class GroupMemberTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task A_group_reads_its_members_a_commune_its_groups_and_neither_reads_more()
    {
        var (ours, theirs) = (await GroupAsync(SaasHost.Claret, "34131"), await GroupAsync(SaasHost.Matelles));

        var asOurs = await ReadAsync(ours);
        var asClaret = await ReadAsync(host.Tenant(SaasHost.Claret).Id);
        var asPlatform = await ReadAsync(tenant: null);

        Assert.Equal([(ours, "34078"), (ours, "34131")], asOurs);
        Assert.Contains((ours, "34078"), asClaret);
        Assert.DoesNotContain((ours, "34131"), asClaret);
        Assert.DoesNotContain((theirs, "34153"), asClaret);
        Assert.Contains((theirs, "34153"), asPlatform);
    }

    [Fact]
    public async Task Neither_a_group_nor_a_commune_writes_who_is_a_member()
    {
        var group = await GroupAsync(SaasHost.Claret);

        foreach (var tenant in new[] { group, host.Tenant(SaasHost.Claret).Id })
        {
            var refused = await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(tenant, "insert into shell.group_members (tenant_id, commune_code, added_at) values ($1, '34153', now())", group));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
            Assert.Equal(0, await ExecuteAsync(tenant, "delete from shell.group_members where tenant_id = $1", group));
            Assert.Equal(0, await ExecuteAsync(tenant, "update shell.group_members set commune_code = '34153' where tenant_id = $1", group));
        }

        Assert.Equal([(group, "34078")], await ReadAsync(group));
        Assert.Equal(1, await ExecuteAsync(tenant: null, "delete from shell.group_members where tenant_id = $1", group));
    }

    private async Task<Guid> GroupAsync(params string[] members)
    {
        var slug = $"groupe-{Guid.NewGuid():N}";
        return (await host.FoundGroupAsync(slug, $"Groupe {slug}", members)).Id;
    }

    private async Task<IReadOnlyList<(Guid Group, string Commune)>> ReadAsync(Guid? tenant)
    {
        await using var source = NpgsqlDataSource.Create(host.Database.Application);
        await using var connection = await AsAsync(source, tenant);
        await using var command = new NpgsqlCommand("select tenant_id, commune_code from shell.group_members order by commune_code", connection);
        await using var rows = await command.ExecuteReaderAsync();
        var read = new List<(Guid, string)>();
        while (await rows.ReadAsync())
        {
            read.Add((rows.GetGuid(0), rows.GetString(1)));
        }

        return read;
    }

    private async Task<int> ExecuteAsync(Guid? tenant, string sql, Guid group)
    {
        await using var source = NpgsqlDataSource.Create(host.Database.Application);
        await using var connection = await AsAsync(source, tenant);
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = group } } };
        return await command.ExecuteNonQueryAsync();
    }

    private static async Task<NpgsqlConnection> AsAsync(NpgsqlDataSource source, Guid? tenant)
    {
        var connection = await source.OpenConnectionAsync();
        await using var tell = new NpgsqlCommand("select set_config('saas.tenant_id', $1, false)", connection) { Parameters = { new() { Value = tenant?.ToString() ?? "" } } };
        await tell.ExecuteNonQueryAsync();
        return connection;
    }
}
