using System.Net;

namespace Saas.Modules.Platform.Tests.SigningIn;

public sealed class EnterCodeTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string Page = "/console/connexion/code";

    [Fact]
    public async Task The_operator_signs_in_with_the_password_then_the_telephone_and_a_code_serves_once()
    {
        var email = await Given.OperatorAsync(host);
        var (key, _) = await Given.SecondFactorAsync(await Given.SignedInAsync(host, email));
        var code = Telephone.CodeOf(key, steps: 1);

        var first = await CodeAsync(email, code);
        var again = await CodeAsync(email, code);

        Assert.Equal("/console", first.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Fact]
    public async Task Without_the_password_one_starts_again()
    {
        var answer = await host.VisitPlatform().GetAsync(Page);

        Assert.Equal("/console/connexion", answer.Headers.Location?.ToString());
    }

    private async Task<HttpResponseMessage> CodeAsync(string email, string code)
    {
        var browser = host.VisitPlatform();
        await Given.SignInAsync(browser, email);
        return await browser.SubmitAsync(Page, "Continuer", ("Code", code));
    }
}
