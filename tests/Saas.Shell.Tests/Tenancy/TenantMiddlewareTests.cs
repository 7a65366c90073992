using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saas.Shell.Data;
using Saas.Shell.Provisioning;
using Saas.Shell.Tenancy;

namespace Saas.Shell.Tests.Tenancy;

public sealed class TenantMiddlewareTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task An_unknown_host_gets_a_plain_page_in_french()
    {
        foreach (var name in new[] { "ailleurs.example", "inconnue.parvis.localhost", "a.b.parvis.localhost", "xparvis.localhost" })
        {
            var answer = await host.VisitHost(name).GetAsync("/");

            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Contains("Aucun site ne répond à cette adresse", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Own_domains_lead_to_the_canonical_one_and_the_back_office_to_the_platform()
    {
        var slug = await FoundAsync("34001", "www.alignan.example", "alignan.example");

        var fromOther = await host.VisitHost("alignan.example").GetAsync("/demarches?q=1");
        var fromPlatform = await host.VisitHost($"{slug}.parvis.localhost").GetAsync("/demarches");
        var backOffice = await host.VisitHost("www.alignan.example").GetAsync("/gestion");
        var right = await host.VisitHost("www.alignan.example").GetAsync("/health/live");

        Assert.Equal("https://www.alignan.example/demarches?q=1", fromOther.Headers.Location?.ToString());
        Assert.Equal("https://www.alignan.example/demarches", fromPlatform.Headers.Location?.ToString());
        Assert.Equal($"https://{slug}.parvis.localhost/gestion", backOffice.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
    }

    [Fact]
    public async Task A_disabled_commune_answers_as_an_unknown_host()
    {
        var slug = await FoundAsync("34002");
        await using (var scope = host.Application.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<SaasDbContext>().Set<TenantRow>().Where(t => t.Slug == slug)
                .ExecuteUpdateAsync(t => t.SetProperty(row => row.State, TenantState.Disabled));
        }

        // The notification arrives from PostgreSQL.
        var answer = await EventuallyAsync(() => host.VisitHost($"{slug}.parvis.localhost").GetAsync("/health-is-not-asked"), status: HttpStatusCode.NotFound, "Aucun site");

        Assert.True(answer);
    }

    [Fact]
    public async Task Health_answers_on_any_host()
    {
        Assert.Equal("live", await host.VisitHost("10.0.0.1").GetStringAsync("/health/live"));
        Assert.Equal("ready", await host.VisitHost("10.0.0.1").GetStringAsync("/health/ready"));
    }

    private static async Task<bool> EventuallyAsync(Func<Task<HttpResponseMessage>> ask, HttpStatusCode status, string words)
    {
        for (var attempt = 0; attempt < 50; attempt++)
        {
            var answer = await ask();
            if (answer.StatusCode == status && (await answer.Content.ReadAsStringAsync()).Contains(words, StringComparison.Ordinal))
            {
                return true;
            }

            await Task.Delay(100);
        }

        return false;
    }

    [Fact]
    public async Task A_visitor_who_forges_the_headers_of_a_proxy_changes_neither_commune_nor_scheme()
    {
        using var forged = new HttpRequestMessage(HttpMethod.Get, "/");
        forged.Headers.Add("X-Forwarded-Host", $"{host.Tenant(SaasHost.Matelles).Slug}.parvis.localhost");
        forged.Headers.Add("X-Forwarded-For", "203.0.113.7");

        var answer = await host.Visit(SaasHost.Claret).SendAsync(forged);

        Assert.Equal("Bienvenue à Claret", (await Browser.ReadAsync(answer)).QuerySelector("h1")!.TextContent);
    }

    private async Task<string> FoundAsync(string insee, params string[] hosts)
    {
        await using var scope = host.Application.Services.CreateAsyncScope();
        var tenant = await scope.ServiceProvider.GetRequiredService<CommuneFounding>().FoundAsync(insee, CancellationToken.None);
        var db = scope.ServiceProvider.GetRequiredService<SaasDbContext>();
        db.AddRange(hosts.Select((name, place) => new TenantHost { Host = name, TenantId = tenant!.Id, Canonical = place == 0 }));
        await db.SaveChangesAsync();
        await host.Application.Services.GetRequiredService<ITenantDirectory>().RefreshAsync(tenant!.Id, CancellationToken.None);
        return tenant.Slug;
    }
}
