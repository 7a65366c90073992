using System.Net;

namespace Saas.Modules.Platform.Tests.MyAccount;

public sealed class ChangePasswordTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string Page = "/console/mon-compte/mot-de-passe";

    private const string NewPassword = "une autre phrase assez longue";

    [Fact]
    public async Task The_operator_changes_the_password_with_the_old_one()
    {
        var email = await Given.OperatorAsync(host);
        var browser = await Given.SignedInAsync(host, email);
        await Given.SecondFactorAsync(browser);

        var wrong = await browser.SubmitAsync(Page, "Changer", ("Mot de passe actuel", "au hasard"), ("Nouveau mot de passe", NewPassword));
        var right = await browser.SubmitAsync(Page, "Changer", ("Mot de passe actuel", SaasHost.Password), ("Nouveau mot de passe", NewPassword));

        Assert.Equal(HttpStatusCode.OK, wrong.StatusCode);
        Assert.Equal("/console/mon-compte", right.Headers.Location?.ToString());
        Assert.Equal("/console/connexion/code", (await Given.SignInAsync(host.VisitPlatform(), email, NewPassword)).Headers.Location?.ToString());
    }
}
