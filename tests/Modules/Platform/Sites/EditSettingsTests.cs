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

    [Fact]
    public async Task A_group_gets_another_name_at_the_same_address_and_keeps_one()
    {
        var group = await Given.GroupAsync(host);
        var address = $"/console/sites/{group.Id}/reglages";
        var console = host.VisitPlatform(signedIn: true);

        var refused = await Browser.ReadAsync(await console.SubmitAsync(address, "Enregistrer", ("Nom du groupe", " ")));
        await console.SubmitAsync(address, "Enregistrer", ("Nom du groupe", "Pays des Garrigues"));

        Assert.Contains("Indiquez le nom du groupe", refused.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(("Pays des Garrigues", group.Slug), (host.Tenant(group.Slug).Name, host.Tenant(group.Slug).Slug));
        Assert.Contains("Pays des Garrigues", (await console.OpenAsync("/console/journal")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_commune_is_called_what_the_official_code_says()
    {
        var console = host.VisitPlatform(signedIn: true);
        var address = $"/console/sites/{await Given.CommuneAsync(host, "34033")}/reglages";
        var page = await console.OpenAsync(address);
        string ValueOf(string name) => page.QuerySelector($"[name={name}]")!.GetAttribute("value")!;

        var saved = await console.PostAsync(address, ("__RequestVerificationToken", ValueOf("__RequestVerificationToken")), ("SeenThen", ValueOf("SeenThen")), ("Theme", "bocage"), ("GroupName", "Autre"));

        Assert.Equal("/console/communes/34033", saved.Headers.Location?.ToString());
        Assert.DoesNotContain("Autre", (await console.OpenAsync("/console/communes/34033")).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }
}
