using System.Security.Cryptography;
using System.Text;
using Npgsql;
using Saas.Shell.Data;
using Saas.Shell.Provisioning;
using Saas.Shell.Web;

namespace Saas.Testing;

/// <summary>
/// A database for this test process, copied from a template that the real migrations made: one template per set of migrations.
/// <c>SAAS_TEST_DATABASE</c> is the administrator's connection string of a throw-away server; bin/test starts one.
/// </summary>
public sealed class TestDatabase
{
    private const long Lock = 0x7465_7374;

    private readonly string _administrator;

    private TestDatabase(string administrator, string name)
    {
        _administrator = administrator;
        Name = name;
    }

    public string Name { get; }

    public string Owner => Connection("saas_owner");

    public string Application => Connection("saas_app");

    /// <summary>Superuser: free of row-level security, for the tests that isolate the other walls.</summary>
    public string Administrator => new NpgsqlConnectionStringBuilder(_administrator) { Database = Name }.ConnectionString;

    public static async Task<TestDatabase> CreateAsync()
    {
        var administrator = Environment.GetEnvironmentVariable("SAAS_TEST_DATABASE")
            ?? throw new InvalidOperationException("SAAS_TEST_DATABASE is not set: run the tests with bin/test, which starts a PostgreSQL of its own.");
        var template = "saas_template_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(Migrator.Fingerprint(ShippedFolders.Migrations))))[..12];
        var name = $"saas_test_{Guid.NewGuid():N}";

        await using var server = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(administrator) { Pooling = false }.ConnectionString);
        await server.OpenAsync();

        // Several test processes may start together: the first makes the template, the others wait for it.
        await ExecuteAsync(server, $"select pg_advisory_lock({Lock})");
        if (!await ExistsAsync(server, template))
        {
            await MakeTemplateAsync(new TestDatabase(administrator, template + "_making"));
            await ExecuteAsync(server, $"alter database {template}_making rename to {template}");
        }

        await ExecuteAsync(server, $"create database {name} template {template} owner saas_owner");
        await ExecuteAsync(server, $"select pg_advisory_unlock({Lock})");
        return new TestDatabase(administrator, name);
    }

    /// <summary>A database as an administrator makes one: no table yet.</summary>
    public static async Task<TestDatabase> CreateEmptyAsync()
    {
        var filled = await CreateAsync();
        var empty = new TestDatabase(filled._administrator, filled.Name + "_empty");
        await DatabasePreparation.RunAsync(WithoutPool(empty._administrator), WithoutPool(empty.Owner), WithoutPool(empty.Application), CancellationToken.None);
        return empty;
    }

    private static async Task MakeTemplateAsync(TestDatabase template)
    {
        await DatabasePreparation.RunAsync(WithoutPool(template._administrator), WithoutPool(template.Owner), WithoutPool(template.Application), CancellationToken.None);
        await new Migrator(WithoutPool(template.Owner), ShippedFolders.Migrations).ApplyAsync(CancellationToken.None);
        await new ReferenceData(WithoutPool(template.Owner)).LoadAsync(ReferencePackage(), CancellationToken.None);
    }

    private static string ReferencePackage() =>
        Path.Combine(Repository.Root, "reference", "node_modules", "@etalab", "decoupage-administratif");

    private static string WithoutPool(string connection) => new NpgsqlConnectionStringBuilder(connection) { Pooling = false }.ConnectionString;

    private static async Task<bool> ExistsAsync(NpgsqlConnection server, string name)
    {
        await using var command = new NpgsqlCommand("select exists (select from pg_database where datname = $1)", server) { Parameters = { new() { Value = name } } };
        return (bool)(await command.ExecuteScalarAsync())!;
    }

    private static async Task ExecuteAsync(NpgsqlConnection server, string sql)
    {
        await using var command = new NpgsqlCommand(sql, server);
        await command.ExecuteNonQueryAsync();
    }

    private string Connection(string role) =>
        new NpgsqlConnectionStringBuilder(_administrator) { Database = Name, Username = role, Password = "test", MaxPoolSize = 20 }.ConnectionString;
}
