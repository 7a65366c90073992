using System.Net;

namespace Saas.Modules.Platform.Tests.Sites;

public sealed class EditSettingsTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task A_module_that_is_switched_off_is_gone_from_the_commune_and_from_no_other()
    {
        const string insee = "34022";
        var address = $"/console/sites/{await Given.CommuneAsync(host, insee)}/reglages";
        var console = host.VisitPlatform(signedIn: true);
        Assert.Equal(HttpStatusCode.OK, await Given.StatusAsync(host.Visit(insee), "/demarches"));

        var saved = await console.SubmitAsync(address, "Enregistrer", ("Modules", "requests"));

        Assert.Equal($"/console/communes/{insee}", saved.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.NotFound, await Given.StatusAsync(host.Visit(insee), "/demarches"));
        Assert.Equal(HttpStatusCode.OK, await Given.StatusAsync(host.Visit(SaasHost.Claret), "/demarches"));
    }

    [Fact]
    public async Task A_theme_that_does_not_exist_is_refused()
    {
        var address = $"/console/sites/{await Given.CommuneAsync(host, "34023")}/reglages";

        var page = await Browser.ReadAsync(await host.VisitPlatform(signedIn: true).SubmitAsync(address, "Enregistrer", ("Thème", "fluo")));

        Assert.Contains("Choisissez un thème", page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_colleague_chose_meanwhile_is_not_undone_unseen()
    {
        var address = $"/console/sites/{await Given.CommuneAsync(host, "34024")}/reglages";
        var console = host.VisitPlatform(signedIn: true);
        var opened = await console.OpenAsync(address);
        await console.SubmitAsync(address, "Enregistrer", ("Modules", "requests"));

        var late = await Browser.ReadAsync(await console.SubmitAsync(opened, address, "Enregistrer"));

        Assert.Contains("Quelqu’un a changé ces réglages", late.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
    }
}
