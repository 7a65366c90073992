using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Accounts.Tests.SigningIn;

public sealed class SignOutTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task Whoever_signs_out_must_sign_in_again()
    {
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);

        await browser.SubmitAsync("/gestion/deconnexion", "Se déconnecter");

        Assert.Equal(HttpStatusCode.SeeOther, (await browser.GetAsync("/gestion")).StatusCode);
    }

    [Fact]
    public async Task Opening_the_page_signs_nobody_out()
    {
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);

        await browser.OpenAsync("/gestion/deconnexion");

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/gestion")).StatusCode);
    }
}
