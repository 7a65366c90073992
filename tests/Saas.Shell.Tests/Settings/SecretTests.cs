using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Settings;
using Saas.Shell.Tenancy;

namespace Saas.Shell.Tests.Settings;

public sealed class SecretTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string Key = "sk_vraie_cle_3f7a";

    [Fact]
    public async Task The_row_holds_no_word_of_the_secret_and_the_application_reads_it()
    {
        await using var node = Node();
        await SaveAsync(node, SaasHost.Claret, Key);

        Assert.DoesNotContain("vraie", await RawAsync(SaasHost.Claret), StringComparison.Ordinal);
        Assert.Equal(Key, (await ReadAsync(node, SaasHost.Claret)).Key?.Reveal());
    }

    [Fact]
    public async Task A_row_copied_to_another_commune_or_another_module_opens_nothing_there()
    {
        await using var node = Node();
        await SaveAsync(node, SaasHost.Claret, Key);
        await ExecuteAsync("""
            insert into shell.settings (tenant_id, module, values) select $2, module, values from shell.settings where tenant_id = $1 and module = 'essai'
                on conflict (tenant_id, module) do update set values = excluded.values
            """);
        await ExecuteAsync("""
            insert into shell.settings (tenant_id, module, values) select tenant_id, 'essai-voisin', values from shell.settings where tenant_id = $1 and module = 'essai' and $2::uuid is not null
                on conflict (tenant_id, module) do update set values = excluded.values
            """);

        var theirs = await ReadAsync(node, SaasHost.Matelles);
        var neighbour = await InAsync(node, SaasHost.Claret, services => services.GetRequiredService<ITenantSettings>().GetAsync<NeighbourSettings>(CancellationToken.None));

        Assert.Null(theirs.Key);
        Assert.Equal("banque", theirs.Name);
        Assert.Null(neighbour.Key);
    }

    [Fact]
    public async Task A_secret_is_still_read_after_the_keys_were_changed()
    {
        await using var node = Node();
        await SaveAsync(node, SaasHost.Claret, Key);

        node.Services.GetRequiredService<IKeyManager>().CreateNewKey(DateTimeOffset.UtcNow.AddMinutes(-1), DateTimeOffset.UtcNow.AddDays(90));
        await using var after = Node();

        Assert.Equal(Key, (await ReadAsync(after, SaasHost.Claret)).Key?.Reveal());
        await SaveAsync(after, SaasHost.Claret, "sk_autre_cle_9999");
        Assert.Equal("sk_autre_cle_9999", (await ReadAsync(after, SaasHost.Claret)).Key?.Reveal());
    }

    [Fact]
    public async Task The_trail_says_that_a_secret_changed_and_neither_value()
    {
        await using var node = Node();
        await SaveAsync(node, SaasHost.Matelles, "sk_premiere_cle_1111");

        await SaveAsync(node, SaasHost.Matelles, "sk_seconde_cle_2222");

        var entry = await InAsync(node, SaasHost.Matelles, services =>
            services.GetRequiredService<SaasDbContext>().Set<AuditEntry>().OrderByDescending(e => e.At).FirstAsync(e => e.Deed == "a modifié l’essai"));
        Assert.Equal(new AuditChange("Clé", null, null), Assert.Single(entry.Changes));
        Assert.DoesNotContain("sk_", entry.SearchText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void A_field_left_blank_keeps_what_is_known(string? typed)
    {
        var known = new Secret(Key);

        Assert.Same(known, Secret.Typed(typed, known));
    }

    [Fact]
    public void A_page_shows_the_end_of_a_long_secret_and_nothing_of_a_short_one()
    {
        Assert.Equal("••••••••3f7a", new Secret(Key).ToString());
        Assert.Equal("••••••••", new Secret("court").ToString());
        Assert.Throws<NotSupportedException>(() => System.Text.Json.JsonSerializer.Serialize(new Secret(Key)));
    }

    private WebApplicationFactory<Program> Node() => host.AnotherNode().WithWebHostBuilder(web => web.ConfigureTestServices(services =>
    {
        services.AddSingleton(new SettingsType(typeof(TrialSettings), "essai", "l’essai", "/gestion"));
        services.AddSingleton(new SettingsType(typeof(NeighbourSettings), "essai-voisin", "l’essai voisin", "/gestion"));
    }));

    private Task<TrialSettings> ReadAsync(WebApplicationFactory<Program> node, string insee) =>
        InAsync(node, insee, services => services.GetRequiredService<ITenantSettings>().GetAsync<TrialSettings>(CancellationToken.None));

    private Task SaveAsync(WebApplicationFactory<Program> node, string insee, string key) => InAsync(node, insee, async services =>
    {
        await services.GetRequiredService<ITenantSettings>().ChangeAsync<TrialSettings>(known => known with { Name = "banque", Key = new Secret(key) }, CancellationToken.None);
        return true;
    });

    private async Task<TResult> InAsync<TResult>(WebApplicationFactory<Program> node, string insee, Func<IServiceProvider, Task<TResult>> work)
    {
        await using var scope = node.Services.GetRequiredService<TenantScopes>().Open(host.Tenant(insee));
        return await work(scope.ServiceProvider);
    }

    private async Task<string> RawAsync(string insee)
    {
        await using var source = NpgsqlDataSource.Create(host.Database.Administrator);
        await using var command = source.CreateCommand("select values::text from shell.settings where tenant_id = $1 and module = 'essai'");
        command.Parameters.Add(new NpgsqlParameter { Value = host.Tenant(insee).Id });
        return (string)(await command.ExecuteScalarAsync())!;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(host.Database.Administrator);
        await using var command = source.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter { Value = host.Tenant(SaasHost.Claret).Id });
        command.Parameters.Add(new NpgsqlParameter { Value = host.Tenant(SaasHost.Matelles).Id });
        await command.ExecuteNonQueryAsync();
    }

    private sealed record TrialSettings
    {
        [Display(Name = "Nom")]
        public string? Name { get; init; }

        [Display(Name = "Clé")]
        public Secret? Key { get; init; }
    }

    private sealed record NeighbourSettings
    {
        public Secret? Key { get; init; }
    }
}
