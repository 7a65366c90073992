using System.Net;
using Npgsql;

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

    /// <summary>What a newer version's migration leaves behind.</summary>
    private static async Task MigrateFurtherAsync(TestDatabase database)
    {
        await using var owner = new NpgsqlConnection(database.Owner);
        await owner.OpenAsync();
        await using var command = new NpgsqlCommand("insert into shell.migrations (name, hash) values ('9999_shell_later.sql', 'later')", owner);
        await command.ExecuteNonQueryAsync();
    }
}
