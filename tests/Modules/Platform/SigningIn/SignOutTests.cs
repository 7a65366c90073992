using System.Net;

namespace Saas.Modules.Platform.Tests.SigningIn;

public sealed class SignOutTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task Whoever_signs_out_must_sign_in_again()
    {
        var browser = host.VisitPlatform(signedIn: true);

        await browser.SubmitAsync("/console/deconnexion", "Se déconnecter");

        Assert.Equal(HttpStatusCode.SeeOther, (await browser.GetAsync("/console")).StatusCode);
    }

    [Fact]
    public async Task Opening_the_page_signs_nobody_out()
    {
        var browser = host.VisitPlatform(signedIn: true);

        await browser.OpenAsync("/console/deconnexion");

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/console")).StatusCode);
    }
}
