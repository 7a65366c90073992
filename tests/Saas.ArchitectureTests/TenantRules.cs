using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Jobs;
using Saas.Shell.Mail;
using Saas.Shell.Tenancy;

// Rules count rows and compare databases: one at a time.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Saas.ArchitectureTests;

/// <summary>The walls between communes, each tried alone.</summary>
public sealed class TenantRules(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task Raw_SQL_sees_the_rows_of_its_commune_only_and_none_outside_a_commune()
    {
        var tables = OwnedTables();
        Assert.NotEmpty(tables);
        Assert.Contains("shell.memberships", await TablesWithRowsOfBothAsync(tables));

        Expect.None(await LeaksAsync(host.Database.Application, tables, host.Tenant(SaasHost.Claret).Id));
        Expect.None(await LeaksAsync(host.Database.Application, tables, tenant: null));
    }

    [Fact]
    public async Task A_role_that_the_policies_do_not_bind_is_caught() =>
        Assert.NotEmpty(await LeaksAsync(host.Database.Owner, OwnedTables(), host.Tenant(SaasHost.Claret).Id));

    [Fact]
    public async Task Raw_SQL_cannot_write_a_row_of_another_commune()
    {
        await using var source = NpgsqlDataSource.Create(host.Database.Application);
        await using var connection = await source.OpenConnectionAsync();
        await TellAsync(connection, host.Tenant(SaasHost.Claret).Id);
        await using var insert = new NpgsqlCommand("insert into shell.settings (tenant_id, module, values) values ($1, 'intruder', '{}')", connection)
        {
            Parameters = { new() { Value = host.Tenant(SaasHost.Matelles).Id } },
        };

        var refused = await Assert.ThrowsAsync<PostgresException>(() => insert.ExecuteNonQueryAsync());

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task The_application_does_not_start_with_a_role_that_the_walls_do_not_bind()
    {
        foreach (var connection in new[] { host.Database.Owner, host.Database.Administrator })
        {
            await using var node = host.AnotherNode(new Dictionary<string, string> { ["ConnectionStrings:Application"] = connection });

            var refused = Assert.Throws<InvalidOperationException>(() => node.Services);

            Assert.Contains("would not be isolated", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Saving_a_row_of_another_commune_throws()
    {
        var stolen = await host.InAsync(SaasHost.Matelles, services => services.GetRequiredService<SaasDbContext>().Set<Membership>().AsNoTracking().Include(m => m.Account).FirstAsync());

        await host.InAsync(SaasHost.Claret, async services =>
        {
            var db = services.GetRequiredService<SaasDbContext>();
            db.Remove(stolen);

            await Assert.ThrowsAsync<TenantMismatchException>(() => db.SaveChangesAsync());
        });
    }

    [Fact]
    public async Task Entering_a_second_commune_in_a_scope_throws()
    {
        await using var scope = host.Application.Services.GetRequiredService<TenantScopes>().Open(host.Tenant(SaasHost.Claret));

        Assert.Throws<InvalidOperationException>(() => scope.ServiceProvider.GetRequiredService<CurrentTenant>().Enter(host.Tenant(SaasHost.Matelles)));
    }

    [Fact]
    public async Task Outside_a_commune_there_is_nothing_to_query()
    {
        await using var scope = host.Application.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SaasDbContext>();

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.Set<Membership>().ToListAsync());
    }

    [Fact]
    public async Task Every_job_run_for_one_commune_leaves_nothing_in_the_other()
    {
        var kinds = host.Application.Services.GetServices<JobKind>().Select(kind => kind.Name).ToList();
        Assert.Contains(DeliverMail.Kind, kinds);
        var foreign = await ForeignMailAsync();
        var before = await CountsAsync(SaasHost.Matelles);

        foreach (var kind in kinds)
        {
            // Work whose subject is in another commune is no work: the job finds nothing.
            await host.InAsync(SaasHost.Claret, services => services.GetRequiredKeyedService<ITenantJob>(kind).RunAsync(foreign, CancellationToken.None));
        }

        Assert.Equal(before, await CountsAsync(SaasHost.Matelles));
        Assert.Empty(await host.MailsToAsync(SaasHost.Claret, "voisin@example.test"));
    }

    /// <summary>The tables where this connection, told this commune, reads rows of another.</summary>
    internal static async Task<IReadOnlyList<string>> LeaksAsync(string connectionString, IEnumerable<string> tables, Guid? tenant)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var connection = await source.OpenConnectionAsync();
        await TellAsync(connection, tenant);
        var leaks = new List<string>();
        foreach (var table in tables)
        {
            await using var count = new NpgsqlCommand($"select count(*) from {table} where tenant_id is distinct from $1", connection)
            {
                Parameters = { new() { Value = tenant ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid } },
            };
            if ((long)(await count.ExecuteScalarAsync())! > 0)
            {
                leaks.Add(table);
            }
        }

        return leaks;
    }

    private static async Task TellAsync(NpgsqlConnection connection, Guid? tenant)
    {
        await using var tell = new NpgsqlCommand("select set_config('saas.tenant_id', $1, false)", connection) { Parameters = { new() { Value = tenant?.ToString() ?? "" } } };
        await tell.ExecuteNonQueryAsync();
    }

    private List<string> OwnedTables() => DataRules.EntitiesOf(host)
        .Where(entity => entity.ClrType.IsAssignableTo(typeof(ITenantOwned)) && entity.GetTableName() is not null)
        .Select(entity => $"{entity.GetSchema()}.{entity.GetTableName()}")
        .Distinct()
        .Order(StringComparer.Ordinal)
        .ToList();

    private async Task<List<string>> TablesWithRowsOfBothAsync(IEnumerable<string> tables)
    {
        await using var source = NpgsqlDataSource.Create(host.Database.Administrator);
        var both = new List<string>();
        foreach (var table in tables)
        {
            await using var count = source.CreateCommand($"select count(distinct tenant_id) from {table}");
            if ((long)(await count.ExecuteScalarAsync())! > 1)
            {
                both.Add(table);
            }
        }

        return both;
    }

    private async Task<SortedDictionary<string, long>> CountsAsync(string insee)
    {
        await using var source = NpgsqlDataSource.Create(host.Database.Administrator);
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in OwnedTables())
        {
            await using var count = source.CreateCommand($"select count(*) from {table} where tenant_id = $1");
            count.Parameters.Add(new NpgsqlParameter { Value = host.Tenant(insee).Id });
            counts[table] = (long)(await count.ExecuteScalarAsync())!;
        }

        return counts;
    }

    private Task<Guid> ForeignMailAsync() => host.InAsync(SaasHost.Matelles, async services =>
    {
        var db = services.GetRequiredService<SaasDbContext>();
        services.GetRequiredService<IMailer>().Send(new Mail("voisin@example.test", "Aux Matelles", ["Un mot."]));
        await db.SaveChangesAsync();
        return await db.Set<OutgoingMail>().Where(mail => mail.Recipient == "voisin@example.test").Select(mail => mail.Id).SingleAsync();
    });
}
