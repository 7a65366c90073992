using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saas.Shell.Data;
using Saas.Shell.Provisioning;
using Saas.Shell.Tenancy;

namespace Saas.Shell.Tests.Provisioning;

public sealed class AllCommunesTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task Stopped_half_way_and_run_again_every_commune_is_there_once()
    {
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Communes.FoundAsync(
            departement: null,
            (_, _) =>
            {
                if (FoundIn("02") > 100)
                {
                    stop.Cancel();
                }
            },
            stop.Token));
        var before = await CountAsync("02");

        var conflicts = await Communes.FoundAsync("02", (_, _) => { }, CancellationToken.None);
        var again = await Communes.FoundAsync("02", (_, _) => { }, CancellationToken.None);

        Assert.InRange(before, 100, await ReferenceAsync("02"));
        Assert.Empty(conflicts);
        Assert.Empty(again);
        Assert.Equal(await ReferenceAsync("02"), await CountAsync("02"));
    }

    [Fact]
    public async Task Killed_outright_and_run_again_every_commune_is_there_once()
    {
        using var first = Start("12");
        await first.StandardError.ReadLineAsync();
        first.Kill();
        await first.WaitForExitAsync();
        using var second = Start("12");
        var said = await second.StandardOutput.ReadToEndAsync();
        await second.WaitForExitAsync();

        Assert.StartsWith($"{await ReferenceAsync("12")} communes", said, StringComparison.Ordinal);
        Assert.Equal(await ReferenceAsync("12"), await CountAsync("12"));
    }

    [Fact]
    public async Task A_commune_founded_among_all_is_the_same_as_one_founded_alone()
    {
        await using (var scope = host.Application.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<CommuneFounding>().FoundAsync("97201", CancellationToken.None);
        }

        await Communes.FoundAsync("972", (_, _) => { }, CancellationToken.None);

        var (alone, among) = await ReadAsync(async db =>
        {
            var rows = await db.Set<TenantRow>().AsNoTracking().Where(t => t.InseeCode == "97201" || t.InseeCode == "97202").OrderBy(t => t.InseeCode).ToListAsync();
            return (rows[0], rows[1]);
        });
        Assert.Equal((alone.State, alone.Look, alone.TimeZone, alone.ContentVersion), (among.State, among.Look, among.TimeZone, among.ContentVersion));
        Assert.NotNull(among.EpciSiren);
    }

    [Fact]
    public async Task Every_slug_is_the_one_of_the_reference_whoever_comes_first()
    {
        await Communes.FoundAsync("04", (_, _) => { }, CancellationToken.None);
        await Communes.FoundAsync("11", (_, _) => { }, CancellationToken.None);

        var pairs = await ReadAsync(db => (
            from tenant in db.Set<TenantRow>()
            join reference in db.Set<ReferenceCommune>() on tenant.InseeCode equals reference.Code
            select new { tenant.InseeCode, tenant.Slug, Expected = reference.Slug }).ToListAsync());
        Assert.Contains(pairs, pair => pair.InseeCode == SaasHost.Claret && pair.Slug == "claret");
        Assert.Contains(pairs, pair => pair.Slug == "claret-04");
        Assert.All(pairs, pair => Assert.Equal(pair.Expected, pair.Slug));
    }

    private AllCommunes Communes => new(host.Database.Owner, TimeProvider.System);

    private Process Start(string departement)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Saas.Web.dll"), "commune", "create", "--all", "--departement", departement])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        start.Environment["ConnectionStrings__Owner"] = host.Database.Owner;
        start.Environment["ConnectionStrings__Application"] = host.Database.Application;
        start.Environment["Data__Folder"] = Path.Combine(Path.GetTempPath(), host.Database.Name);
        start.Environment["Serilog__MinimumLevel__Default"] = "Fatal";
        return Process.Start(start)!;
    }

    private int FoundIn(string departement)
    {
        using var connection = new Npgsql.NpgsqlConnection(host.Database.Owner);
        connection.Open();
        using var command = new Npgsql.NpgsqlCommand($"select count(*)::int from shell.tenants where insee_code like '{departement}%'", connection);
        return (int)command.ExecuteScalar()!;
    }

    private Task<int> CountAsync(string departement) =>
        ReadAsync(db => db.Set<TenantRow>().CountAsync(t => t.InseeCode!.StartsWith(departement)));

    private Task<int> ReferenceAsync(string departement) =>
        ReadAsync(db => db.Set<ReferenceCommune>().CountAsync(c => c.Departement == departement));

    private async Task<T> ReadAsync<T>(Func<SaasDbContext, Task<T>> read)
    {
        await using var scope = host.Application.Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<SaasDbContext>());
    }
}
