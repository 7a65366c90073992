using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Saas.Shell.Audit;
using Saas.Shell.Data;

namespace Saas.Shell.Tests.Audit;

public sealed class AuditTrailTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task An_act_that_is_not_saved_leaves_no_trace()
    {
        await host.InAsync(SaasHost.Claret, services =>
        {
            services.GetRequiredService<AuditTrail>().Note(AuditKind.Site, "a renoncé à tout");
            return Task.CompletedTask;
        });

        Assert.Empty(await DeedsAsync(SaasHost.Claret, "a renoncé à tout"));
    }

    [Fact]
    public async Task What_the_platform_does_by_itself_carries_its_name()
    {
        await NoteAsync(SaasHost.Claret, "a fondé la commune");

        Assert.Equal("Parvis", Assert.Single(await DeedsAsync(SaasHost.Claret, "a fondé la commune")).Person);
    }

    [Theory]
    [InlineData("update shell.audit_entries set deed = 'rien'")]
    [InlineData("delete from shell.audit_entries")]
    [InlineData("truncate shell.audit_entries")]
    [InlineData("update shell.platform_audit_entries set deed = 'rien'")]
    [InlineData("delete from shell.platform_audit_entries")]
    public async Task The_application_cannot_rewrite_what_is_there(string sql)
    {
        await using var source = NpgsqlDataSource.Create(host.Database.Application);
        await using var command = source.CreateCommand(sql);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task An_entry_in_the_name_of_another_commune_is_refused_by_the_wall()
    {
        await using var source = NpgsqlDataSource.Create(host.Database.Application);
        await using var connection = await source.OpenConnectionAsync();
        await using (var enter = new NpgsqlCommand($"set saas.tenant_id = '{host.Tenant(SaasHost.Claret).Id}'", connection))
        {
            await enter.ExecuteNonQueryAsync();
        }

        await using var forge = new NpgsqlCommand("insert into shell.audit_entries (id, tenant_id, at, person, kind, deed, changes, search_text) values (gen_random_uuid(), $1, now(), 'Faux', 'Site', 'a fait', '[]', '')", connection);
        forge.Parameters.Add(new NpgsqlParameter { Value = host.Tenant(SaasHost.Matelles).Id });

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => forge.ExecuteNonQueryAsync())).SqlState);
    }

    private Task NoteAsync(string insee, string deed) => host.InAsync(insee, async services =>
    {
        services.GetRequiredService<AuditTrail>().Note(AuditKind.Site, deed);
        await services.GetRequiredService<SaasDbContext>().SaveChangesAsync();
    });

    private Task<List<AuditEntry>> DeedsAsync(string insee, string deed) => host.InAsync(insee, services =>
        services.GetRequiredService<SaasDbContext>().Set<AuditEntry>().Where(entry => entry.Deed == deed).ToListAsync());
}
