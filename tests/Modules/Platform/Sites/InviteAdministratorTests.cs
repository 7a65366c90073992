using System.Net;

namespace Saas.Modules.Platform.Tests.Sites;

public sealed class InviteAdministratorTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task A_commune_left_without_administrator_gets_one()
    {
        const string insee = "34029";
        var address = $"/console/sites/{await Given.CommuneAsync(host, insee)}/inviter";
        var console = host.VisitPlatform(signedIn: true);

        var sent = await console.SubmitAsync(address, "Envoyer", ("Name", "Ana Roca"), ("Email", "ana@example.test"));
        var again = await Browser.ReadAsync(await console.SubmitAsync(address, "Envoyer", ("Name", "Ana Roca"), ("Email", "ana@example.test")));

        Assert.Equal($"/console/communes/{insee}", sent.Headers.Location?.ToString());
        Assert.Contains("déjà été invitée", again.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Ana Roca", again.QuerySelector("#Name")?.GetAttribute("value"));
        Assert.Single(await host.MailsToAsync(insee, "ana@example.test"));
    }

    [Fact]
    public async Task Nobody_is_invited_to_a_site_that_does_not_exist() =>
        Assert.Equal(HttpStatusCode.NotFound, await Given.StatusAsync(host.VisitPlatform(signedIn: true), $"/console/sites/{Guid.NewGuid()}/inviter"));
}
