using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saas.Contracts.Requests;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Tenancy;

namespace Saas.Shell.Tests.Modules;

public sealed class ModuleGateTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string Agones = "34005";

    private const string Assas = "34014";

    [Fact]
    public async Task The_pages_of_a_module_that_is_off_do_not_exist_for_anyone_and_nothing_leads_to_them()
    {
        await GivenAsync(Agones, "requests");
        var visitor = host.Visit(Agones);
        var secretary = host.Visit(Agones, Role.Administrator);

        var pages = await Task.WhenAll(visitor.GetAsync("/demarches"), secretary.GetAsync("/gestion/demarches"), secretary.GetAsync("/gestion/demarches/nouvelle"));

        Assert.All(pages, page => Assert.Equal(HttpStatusCode.NotFound, page.StatusCode));
        foreach (var address in new[] { "/", "/contact", "/plan-du-site", "/recherche?q=introuvable", "/sitemap.xml" })
        {
            Assert.DoesNotContain("/demarches", await visitor.GetStringAsync(address), StringComparison.Ordinal);
        }

        var today = await secretary.GetStringAsync("/gestion");
        Assert.DoesNotContain("/gestion/demarches", today, StringComparison.Ordinal);
        Assert.Contains("/gestion/demandes", today, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_neighbour_keeps_the_module()
    {
        await GivenAsync(Agones, "requests");

        var page = await host.Visit(SaasHost.Claret).GetAsync("/demarches");

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Fact]
    public async Task Another_module_is_told_that_nothing_is_offered()
    {
        await GivenAsync(Assas, "forms");

        Assert.False(await host.InAsync(Assas, services => Task.FromResult(services.GetRequiredService<IRequestIntake>().Offered)));
        Assert.True(await host.InAsync(SaasHost.Claret, services => Task.FromResult(services.GetRequiredService<IRequestIntake>().Offered)));
    }

    [Fact]
    public async Task Switching_a_module_off_reaches_pages_that_were_cached()
    {
        await host.FoundAsync("34022");
        var visitor = host.Visit("34022");
        Assert.Contains("/demarches", await visitor.GetStringAsync("/"), StringComparison.Ordinal);

        await SwitchAsync("34022", []);

        Assert.DoesNotContain("/demarches", await visitor.GetStringAsync("/"), StringComparison.Ordinal);
    }

    private async Task GivenAsync(string insee, params string[] modules)
    {
        await host.FoundAsync(insee);
        await SwitchAsync(insee, [.. modules]);
    }

    private async Task SwitchAsync(string insee, List<string> modules)
    {
        var tenant = host.Tenant(insee);
        await using var scope = host.Application.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SaasDbContext>().Set<TenantRow>()
            .Where(row => row.Id == tenant.Id)
            .ExecuteUpdateAsync(row => row.SetProperty(t => t.Modules, modules));
        await host.Application.Services.GetRequiredService<ITenantDirectory>().RefreshAsync(tenant.Id, CancellationToken.None);
    }
}
