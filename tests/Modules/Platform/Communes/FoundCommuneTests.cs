using System.Net;
using Saas.Shell.Identity;
using Saas.Shell.Tenancy;

namespace Saas.Modules.Platform.Tests.Communes;

public sealed class FoundCommuneTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string LongestName = "51513";

    [Fact]
    public async Task One_click_gives_a_commune_its_site_and_its_administrator_a_link()
    {
        var console = host.VisitPlatform(signedIn: true);

        var answer = await console.SubmitAsync($"/console/communes/{LongestName}/creer", "Créer", ("Prénom et nom", "Ana Roca"), ("Adresse e-mail", "ana@example.test"));

        Assert.Equal($"/console/communes/{LongestName}", answer.Headers.Location?.ToString());
        Assert.Equal(TenantState.Preparing, host.Tenant(LongestName).State);
        var mail = Assert.Single(await host.MailsToAsync(LongestName, "ana@example.test"));
        var link = mail.Text.Split("\n\n").Single(line => line.StartsWith("https://", StringComparison.Ordinal));
        Assert.Contains("Rejoindre l’équipe", (await host.Visit(LongestName).OpenAsync(link)).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_double_click_creates_one_commune_and_writes_one_mail()
    {
        const string insee = "34014";
        var console = host.VisitPlatform(signedIn: true);
        var address = $"/console/communes/{insee}/creer";
        var form = await console.OpenAsync(address);

        (string, string)[] fields = [("Prénom et nom", "Ana Roca"), ("Adresse e-mail", "ana@example.test")];
        var answers = await Task.WhenAll(console.SubmitAsync(form, address, "Créer", fields), console.SubmitAsync(form, address, "Créer", fields));

        Assert.All(answers, answer => Assert.Equal($"/console/communes/{insee}", answer.Headers.Location?.ToString()));
        Assert.Single(await host.MailsToAsync(insee, "ana@example.test"));
    }

    [Fact]
    public async Task An_address_half_written_is_shown_again_and_nothing_is_created()
    {
        const string insee = "34015";

        var page = await Browser.ReadAsync(await host.VisitPlatform(signedIn: true).SubmitAsync($"/console/communes/{insee}/creer", "Créer", ("Prénom et nom", "Ana Roca"), ("Adresse e-mail", "ana@")));

        Assert.Equal("Ana Roca", page.QuerySelector("#Name")?.GetAttribute("value"));
        Assert.NotNull(page.QuerySelector(".error-summary"));
        Assert.Throws<InvalidOperationException>(() => host.Tenant(insee));
    }

    [Fact]
    public async Task A_code_of_no_commune_is_unknown()
    {
        Assert.Equal(HttpStatusCode.NotFound, await Given.StatusAsync(host.VisitPlatform(signedIn: true), "/console/communes/99999/creer"));
        Assert.Equal(HttpStatusCode.SeeOther, await Given.StatusAsync(host.VisitPlatform(), "/console/communes/34014/creer"));
        Assert.Equal(HttpStatusCode.NotFound, await Given.StatusAsync(host.Visit(SaasHost.Claret, Role.Administrator), "/console/communes/34014/creer"));
    }
}
