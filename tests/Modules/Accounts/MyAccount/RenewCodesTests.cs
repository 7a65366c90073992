using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Accounts.Tests.MyAccount;

public sealed class RenewCodesTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string Page = "/gestion/mon-compte/codes-de-secours";

    [Fact]
    public async Task Ten_new_codes_replace_the_others()
    {
        var email = await Given.MemberAsync(host, SaasHost.Claret, Role.Secretary);
        var browser = await Given.SignedInAsync(host, SaasHost.Claret, email);
        var (_, before) = await Given.SecondFactorAsync(browser);

        var after = Given.CodesOf(await Browser.ReadAsync(await browser.SubmitAsync(Page, "Obtenir", ("Votre mot de passe", SaasHost.Password))));

        Assert.Equal(10, after.Count);
        Assert.Equal(HttpStatusCode.OK, (await CodeAsync(email, before[0])).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await CodeAsync(email, after[0])).StatusCode);
    }

    [Fact]
    public async Task They_are_for_whoever_knows_the_password()
    {
        var browser = await Given.SignedInAsync(host, SaasHost.Claret, await Given.MemberAsync(host, SaasHost.Claret, Role.Secretary));
        await Given.SecondFactorAsync(browser);

        var answer = await browser.SubmitAsync(Page, "Obtenir", ("Votre mot de passe", "au hasard"));

        Assert.Empty(Given.CodesOf(await Browser.ReadAsync(answer)));
    }

    [Fact]
    public async Task Whoever_has_no_telephone_bound_binds_one_first()
    {
        var browser = await Given.SignedInAsync(host, SaasHost.Claret, await Given.MemberAsync(host, SaasHost.Claret, Role.Secretary));

        var answer = await browser.GetAsync(Page);

        Assert.Equal("/gestion/mon-compte/double-authentification", answer.Headers.Location?.ToString());
    }

    private async Task<HttpResponseMessage> CodeAsync(string email, string code)
    {
        var browser = host.Visit(SaasHost.Claret);
        await Given.SignInAsync(browser, email);
        return await browser.SubmitAsync("/gestion/connexion/code", "Continuer", ("Code", code));
    }
}
