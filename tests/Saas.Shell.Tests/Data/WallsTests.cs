using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Saas.Shell.Data;
using Saas.Shell.Files;
using Saas.Shell.Identity;
using Saas.Shell.Modules;
using Saas.Shell.Tenancy;

namespace Saas.Shell.Tests.Data;

/// <summary>Each wall between communes alone, with the others out of the way.</summary>
public sealed class WallsTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task The_filter_alone_hides_the_rows_of_another_commune()
    {
        // A superuser is free of row-level security: only the filter is left.
        var current = new CurrentTenant();
        current.Enter(host.Tenant(SaasHost.Claret));
        await using var db = new SaasDbContext(
            new DbContextOptionsBuilder<SaasDbContext>().UseNpgsql(host.Database.Administrator).Options,
            current,
            host.Application.Services.GetRequiredService<ModuleCatalog>());

        var members = await db.Set<Membership>().Select(m => m.TenantId).Distinct().ToListAsync();

        Assert.Equal([current.Tenant.Id], members);
    }

    [Fact]
    public async Task The_guard_alone_stops_a_row_of_another_commune_before_any_sql()
    {
        var elsewhere = host.Tenant(SaasHost.Matelles);
        await using var claret = Open(SaasHost.Claret);
        var row = AFile();
        claret.Db.Entry(row).Property(f => f.TenantId).CurrentValue = elsewhere.Id;
        claret.Db.Entry(row).State = EntityState.Added;

        // A closed connection proves that nothing was sent.
        await Assert.ThrowsAsync<TenantMismatchException>(() => claret.Db.SaveChangesAsync());
        Assert.Equal(System.Data.ConnectionState.Closed, claret.Db.Database.GetDbConnection().State);
    }

    [Fact]
    public async Task The_key_alone_refuses_a_link_to_a_row_of_another_commune()
    {
        var file = AFile();
        await host.InAsync(SaasHost.Claret, async services =>
        {
            services.GetRequiredService<SaasDbContext>().Add(file);
            await services.GetRequiredService<SaasDbContext>().SaveChangesAsync();
        });
        await using var owner = new NpgsqlConnection(host.Database.Owner);
        await owner.OpenAsync();
        await using var rolledBack = await owner.BeginTransactionAsync();

        // The owner is not bound by row-level security: only the composite foreign key is left.
        var refused = await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(owner, $"""
            create table public.attachments (
                tenant_id uuid not null, file_id uuid not null,
                foreign key (tenant_id, file_id) references shell.stored_files (tenant_id, id));
            insert into public.attachments values ('{host.Tenant(SaasHost.Matelles).Id}', '{file.Id}');
            """));

        Assert.Equal(PostgresErrorCodes.ForeignKeyViolation, refused.SqlState);
    }

    [Fact]
    public async Task Row_level_security_alone_shows_raw_sql_only_the_current_commune()
    {
        await using var application = new NpgsqlConnection(host.Database.Application);
        await application.OpenAsync();

        var none = await CountAsync(application);
        await ExecuteAsync(application, $"set saas.tenant_id = '{host.Tenant(SaasHost.Claret).Id}'");
        var communes = await ScalarAsync(application, "select count(distinct tenant_id) from shell.memberships");
        var others = await ScalarAsync(application, $"select count(*) from shell.memberships where tenant_id = '{host.Tenant(SaasHost.Matelles).Id}'");

        Assert.Equal(0, none);
        Assert.Equal(1, communes);
        Assert.Equal(0, others);
    }

    [Fact]
    public async Task Row_level_security_alone_refuses_to_write_for_another_commune()
    {
        await using var application = new NpgsqlConnection(host.Database.Application);
        await application.OpenAsync();
        await ExecuteAsync(application, $"set saas.tenant_id = '{host.Tenant(SaasHost.Claret).Id}'");

        var refused = await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(application, $"""
            insert into shell.settings (tenant_id, module, values) values ('{host.Tenant(SaasHost.Matelles).Id}', 'x', '[]')
            """));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task A_pooled_connection_forgets_the_commune_it_served()
    {
        var one = new NpgsqlConnectionStringBuilder(host.Database.Application) { MaxPoolSize = 1, ApplicationName = "pool-of-one" }.ConnectionString;
        await using var source = NpgsqlDataSource.Create(one);
        await using (var first = await source.OpenConnectionAsync())
        {
            await ExecuteAsync(first, $"set saas.tenant_id = '{host.Tenant(SaasHost.Claret).Id}'");
        }

        await using var second = await source.OpenConnectionAsync();

        Assert.Equal(0, await CountAsync(second));
    }

    [Fact]
    public async Task Outside_a_commune_no_row_can_be_read()
    {
        await using var scope = host.Application.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SaasDbContext>();

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.Set<Membership>().ToListAsync());
    }

    [Fact]
    public async Task A_scope_never_changes_its_commune()
    {
        await using var claret = Open(SaasHost.Claret);

        Assert.Throws<InvalidOperationException>(() => claret.Scope.ServiceProvider.GetRequiredService<CurrentTenant>().Enter(host.Tenant(SaasHost.Matelles)));
    }

    [Fact]
    public async Task The_application_does_not_start_with_a_role_that_owns_its_tables()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("ConnectionStrings:Application", host.Database.Owner)]).Build();
        await using var database = new ApplicationDatabase(configuration);

        await Assert.ThrowsAsync<InvalidOperationException>(() => database.CheckRoleAsync(CancellationToken.None));
    }

    private static StoredFile AFile() => new()
    {
        Id = Guid.CreateVersion7(),
        Module = "forms",
        Name = "justificatif.pdf",
        ContentType = ContentTypes.Pdf,
        Size = 1,
        Checksum = "00",
        ReceivedAt = DateTimeOffset.UnixEpoch,
    };

    private static Task<long> CountAsync(NpgsqlConnection connection) => ScalarAsync(connection, "select count(*) from shell.memberships");

    private static async Task<long> ScalarAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private Commune Open(string insee)
    {
        var tenant = host.Tenant(insee);
        return new Commune(host.Application.Services.GetRequiredService<TenantScopes>().Open(tenant), tenant.Id);
    }

    private sealed record Commune(AsyncServiceScope Scope, Guid TenantId) : IAsyncDisposable
    {
        public SaasDbContext Db => Scope.ServiceProvider.GetRequiredService<SaasDbContext>();

        public ValueTask DisposeAsync() => Scope.DisposeAsync();
    }
}
