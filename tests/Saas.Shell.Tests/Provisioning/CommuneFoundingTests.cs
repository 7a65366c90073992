using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saas.Shell.Data;
using Saas.Shell.Provisioning;
using Saas.Shell.Tenancy;

namespace Saas.Shell.Tests.Provisioning;

public sealed class CommuneFoundingTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task Every_commune_and_epci_of_france_is_known()
    {
        await using var scope = host.Application.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SaasDbContext>();

        Assert.Equal(34_969, await db.Set<ReferenceCommune>().CountAsync());
        Assert.Equal(1_255, await db.Set<ReferenceEpci>().CountAsync());
    }

    [Fact]
    public async Task The_most_populous_homonym_keeps_the_bare_slug()
    {
        await using var scope = host.Application.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SaasDbContext>();

        var claret = await db.Set<ReferenceCommune>().Where(c => c.Name == "Claret").ToDictionaryAsync(c => c.Code, c => c.Slug);

        Assert.Equal("claret", claret["34078"]);
        Assert.Equal("claret-04", claret.Single(c => c.Key != "34078").Value);
    }

    [Fact]
    public async Task Neighbours_share_their_epci()
    {
        await using var scope = host.Application.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SaasDbContext>();

        var epcis = await db.Set<ReferenceCommune>().Where(c => c.Code == "34247" || c.Code == "34153" || c.Code == "34078").Select(c => c.EpciSiren).Distinct().ToListAsync();

        Assert.NotNull(Assert.Single(epcis));
    }

    [Theory]
    [InlineData("97401", "Indian/Reunion")]
    [InlineData("2A004", "Europe/Paris")]
    [InlineData("34003", "Europe/Paris")]
    public async Task A_commune_starts_in_preparation_in_its_own_time_zone(string insee, string timeZone)
    {
        var tenant = await FoundAsync(insee);

        Assert.Equal(TenantState.Preparing, tenant?.State);
        Assert.Equal(timeZone, tenant?.TimeZone);
    }

    [Fact]
    public async Task Founding_a_commune_twice_gives_the_same_one()
    {
        var first = await FoundAsync("34004");
        var second = await FoundAsync("34004");

        Assert.Equal(first?.Id, second?.Id);
    }

    [Fact]
    public async Task Two_people_founding_the_same_commune_at_once_find_the_same_one()
    {
        var founded = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => FoundAsync("34005")));

        Assert.Single(founded.Select(tenant => tenant?.Id).Distinct());
    }

    [Fact]
    public async Task An_unknown_code_founds_nothing() => Assert.Null(await FoundAsync("99999"));

    private async Task<Tenant?> FoundAsync(string insee)
    {
        await using var scope = host.Application.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CommuneFounding>().FoundAsync(insee, CancellationToken.None);
    }
}
