using System.Net;
using Npgsql;
using Saas.Shell.Data;
using Saas.Shell.Tests.Data;
using Saas.Shell.Web;

namespace Saas.Shell.Tests.Web;

public sealed class HealthTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task A_node_is_not_ready_for_a_database_of_other_migrations()
    {
        var database = await TestDatabase.CreateAsync();
        await using var node = host.AnotherNode(new Dictionary<string, string> { ["ConnectionStrings:Application"] = database.Application });
        var browser = new Browser(node, new Uri("https://10.0.0.1"), signIn: null);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/health/ready")).StatusCode);

        await MigrateFurtherAsync(database);

        var answer = await browser.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("bin/migrate", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/health/live")).StatusCode);
    }

    [Fact]
    public async Task A_node_of_the_version_before_keeps_serving_after_a_migration_that_only_adds()
    {
        var database = await TestDatabase.CreateAsync();
        await using var older = host.AnotherNode(new Dictionary<string, string> { ["ConnectionStrings:Application"] = database.Application });
        await SaasHost.FoundAsync(older.Services, SaasHost.Claret);
        var resident = new Browser(older, new Uri("https://claret.parvis.localhost"), signIn: null);
        Assert.Equal(HttpStatusCode.OK, (await resident.GetAsync("/")).StatusCode);

        await new Migrator(database.Owner, MigratorTests.Folder($"""
            {Migrator.OnlyAdds}
            alter table site.contents add column subtitle text, add column reviewed boolean not null default false;
            create table site.later (id uuid primary key);
            """)).ApplyAsync(CancellationToken.None);

        Assert.Equal(HttpStatusCode.OK, (await resident.GetAsync("/health/ready")).StatusCode);
        await SaasHost.FoundAsync(older.Services, SaasHost.Matelles);
        var neighbour = new Browser(older, new Uri("https://les-matelles.parvis.localhost"), signIn: null);
        Assert.Equal(HttpStatusCode.OK, (await neighbour.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task A_node_newer_than_the_database_is_not_ready()
    {
        var database = await TestDatabase.CreateAsync();
        await using var source = NpgsqlDataSource.Create(database.Application);

        Assert.True(await Migrator.MayServeAsync(source, ShippedFolders.Migrations, CancellationToken.None));
        Assert.False(await Migrator.MayServeAsync(source, MigratorTests.Folder(Migrator.OnlyAdds), CancellationToken.None));
    }

    /// <summary>What a newer version's migration leaves behind.</summary>
    private static async Task MigrateFurtherAsync(TestDatabase database)
    {
        await using var owner = new NpgsqlConnection(database.Owner);
        await owner.OpenAsync();
        await using var command = new NpgsqlCommand("insert into shell.migrations (name, hash) values ('9999_shell_later.sql', 'later')", owner);
        await command.ExecuteNonQueryAsync();
    }
}
