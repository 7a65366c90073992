using System.Net;

namespace Saas.Modules.Platform.Tests.Sites;

public sealed class EditDomainsTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task A_new_domain_leads_to_the_site_and_visitors_follow_once_it_is_the_main_one()
    {
        const string insee = "34025";
        var address = $"/console/sites/{await Given.CommuneAsync(host, insee)}/domaines";
        var console = host.VisitPlatform(signedIn: true);
        var own = $"www.{Guid.NewGuid():N}.test";
        var onPlatform = $"{host.Tenant(insee).Slug}.parvis.localhost";

        await console.SubmitAsync(address, "Ajouter", ("Ajouter un domaine", $"https://{own.ToUpperInvariant()}/"));
        Assert.Equal($"https://{onPlatform}/", (await host.VisitHost(own).GetAsync("/")).Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, await Given.StatusAsync(host.Visit(insee), "/"));

        await console.SubmitAsync(address, $"Rendre principale {own}");
        Assert.Equal($"https://{own}/", (await host.Visit(insee).GetAsync("/")).Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, await Given.StatusAsync(host.VisitHost(own), "/"));

        await console.SubmitAsync(address, $"Retirer {own}");
        Assert.Equal(HttpStatusCode.NotFound, await Given.StatusAsync(host.VisitHost(own), "/"));
        Assert.Equal(HttpStatusCode.OK, await Given.StatusAsync(host.Visit(insee), "/"));
    }

    [Fact]
    public async Task A_domain_belongs_to_one_commune_only()
    {
        var (mine, other) = ($"/console/sites/{await Given.CommuneAsync(host, "34026")}/domaines", $"/console/sites/{await Given.CommuneAsync(host, "34027")}/domaines");
        var console = host.VisitPlatform(signedIn: true);
        var own = $"{Guid.NewGuid():N}.test";
        await console.SubmitAsync(mine, "Ajouter", ("Domain", own));

        var refused = await Browser.ReadAsync(await console.SubmitAsync(other, "Ajouter", ("Domain", own)));
        var again = await console.SubmitAsync(mine, "Ajouter", ("Domain", own));

        Assert.Contains("mène déjà à un autre site", refused.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(own, refused.QuerySelector("#Domain")?.GetAttribute("value"));
        Assert.Equal(mine, again.Headers.Location?.ToString());
    }

    [Fact]
    public async Task The_platforms_own_addresses_are_not_given_away()
    {
        var address = $"/console/sites/{await Given.CommuneAsync(host, "34028")}/domaines";

        var page = await Browser.ReadAsync(await host.VisitPlatform(signedIn: true).SubmitAsync(address, "Ajouter", ("Domain", "claret.parvis.localhost")));

        Assert.Contains("celle de la plateforme", page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
    }
}
