using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Saas.Shell.Tenancy;

namespace Saas.Shell.Tests.Tenancy;

public sealed class TenantDirectoryListenerTests(SaasHost host) : IClassFixture<SaasHost>
{
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task A_new_commune_and_its_domain_are_served_by_every_node()
    {
        await using var other = host.AnotherNode();
        _ = other.Services;

        var id = await InsertAsync("neuve-une", told: true);
        await ExecuteAsync($"insert into shell.tenant_hosts (host, tenant_id, canonical) values ('neuve-une.example', '{id}', true)", told: true);

        Assert.True(await SeesAsync(other, directory => directory.FindByOwnHost("neuve-une.example")?.Slug == "neuve-une"));
        Assert.True(await SeesAsync(host.Application, directory => directory.FindByOwnHost("neuve-une.example")?.Slug == "neuve-une"));
    }

    [Fact]
    public async Task A_commune_whose_notification_was_missed_is_served_all_the_same()
    {
        await InsertAsync("neuve-deux", told: false);

        Assert.True(await SeesAsync(host.Application, directory => directory.FindBySlug("neuve-deux") is not null));
    }

    [Fact]
    public async Task A_node_whose_listening_connection_was_cut_reads_what_it_missed()
    {
        await using var other = host.AnotherNode(new Dictionary<string, string> { ["ConnectionStrings:Application"] = host.Database.Application + ";Application Name=cut" });
        _ = other.Services;
        await ExecuteAsync("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'cut'", told: true);

        var id = await InsertAsync("neuve-trois", told: true);
        await ExecuteAsync($"insert into shell.tenant_hosts (host, tenant_id, canonical) values ('neuve-trois.example', '{id}', true)", told: true);

        Assert.True(await SeesAsync(other, directory => directory.FindByOwnHost("neuve-trois.example") is not null));
    }

    /// <summary>Waits three times what is promised: the machine that runs tests does other things, too.</summary>
    private static async Task<bool> SeesAsync(WebApplicationFactory<Program> node, Func<ITenantDirectory, bool> sees)
    {
        var directory = node.Services.GetRequiredService<ITenantDirectory>();
        for (var until = DateTimeOffset.UtcNow + (3 * Promised); DateTimeOffset.UtcNow < until; await Task.Delay(50))
        {
            if (sees(directory))
            {
                return true;
            }
        }

        return false;
    }

    private async Task<Guid> InsertAsync(string slug, bool told)
    {
        var id = Guid.CreateVersion7();
        await ExecuteAsync(
            $"insert into shell.tenants (id, slug, name, insee_code, state, theme, time_zone, created_at) values ('{id}', '{slug}', '{slug}', '{slug}', 'Open', 'littoral', 'Europe/Paris', now())",
            told);
        return id;
    }

    /// <summary>Under the role of a replica, no trigger fires: nobody is told.</summary>
    private async Task ExecuteAsync(string sql, bool told)
    {
        await using var connection = new NpgsqlConnection(host.Database.Administrator);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"set session_replication_role = {(told ? "origin" : "replica")}; {sql}", connection);
        await command.ExecuteNonQueryAsync();
    }
}
