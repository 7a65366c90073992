using System.Net;

namespace Saas.Modules.Platform.Tests.MyAccount;

public sealed class ShowAccountTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string Page = "/console/mon-compte";

    [Fact]
    public async Task The_operator_sees_their_devices_and_ends_the_others()
    {
        var email = await Given.OperatorAsync(host);
        var here = await Given.SignedInAsync(host, email);
        var (_, codes) = await Given.SecondFactorAsync(here);
        var elsewhere = host.VisitPlatform();
        await Given.SignInAsync(elsewhere, email);
        await elsewhere.SubmitAsync("/console/connexion/code", "Continuer", ("Code", codes[0]));

        var page = await here.OpenAsync(Page);
        await here.SubmitAsync(page, Page, "Déconnecter tous");

        Assert.Equal(2, page.QuerySelectorAll("tbody tr").Length);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync(Page)).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await elsewhere.GetAsync(Page)).StatusCode);
    }
}
