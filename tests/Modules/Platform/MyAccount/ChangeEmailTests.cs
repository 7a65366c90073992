using System.Net;

namespace Saas.Modules.Platform.Tests.MyAccount;

public sealed class ChangeEmailTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string Page = "/console/mon-compte/adresse";

    [Fact]
    public async Task The_operator_asks_for_another_address_with_the_password()
    {
        var browser = host.VisitPlatform(signedIn: true);

        var wrong = await browser.SubmitAsync(Page, "Envoyer", ("Nouvelle adresse", "autre@parvis.test"), ("Votre mot de passe", "au hasard"));
        var right = await browser.SubmitAsync(Page, "Envoyer", ("Nouvelle adresse", "autre@parvis.test"), ("Votre mot de passe", SaasHost.Password));

        Assert.Equal(HttpStatusCode.OK, wrong.StatusCode);
        Assert.Equal("/console/mon-compte", right.Headers.Location?.ToString());
    }
}
