using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Accounts.Tests.MyAccount;

public sealed class ChangePasswordTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string Page = "/gestion/mon-compte/mot-de-passe";

    private const string NewPassword = "une autre phrase assez longue";

    [Fact]
    public async Task The_new_password_counts_and_the_other_devices_are_out()
    {
        var email = await Given.MemberAsync(host, SaasHost.Claret, Role.Agent);
        var (here, elsewhere) = (await Given.SignedInAsync(host, SaasHost.Claret, email), await Given.SignedInAsync(host, SaasHost.Claret, email));

        var changed = await here.SubmitAsync(Page, "Changer", ("Mot de passe actuel", SaasHost.Password), ("Nouveau mot de passe", NewPassword));

        Assert.Equal("/gestion/mon-compte", changed.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/gestion")).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await elsewhere.GetAsync("/gestion")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await Given.SignInAsync(host.Visit(SaasHost.Claret), email, NewPassword)).StatusCode);
    }

    [Fact]
    public async Task Without_the_old_password_nothing_changes_and_guessing_closes_the_account()
    {
        var email = await Given.MemberAsync(host, SaasHost.Claret, Role.Agent);
        var browser = await Given.SignedInAsync(host, SaasHost.Claret, email);
        HttpResponseMessage answer = null!;
        for (var attempt = 0; attempt < 5; attempt++)
        {
            answer = await browser.SubmitAsync(Page, "Changer", ("Mot de passe actuel", "au hasard"), ("Nouveau mot de passe", NewPassword));
        }

        Assert.Contains("pas votre mot de passe actuel", (await Browser.ReadAsync(answer)).QuerySelector("#Password-error")?.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await Given.SignInAsync(host.Visit(SaasHost.Claret), email)).StatusCode);
    }

    [Fact]
    public async Task A_short_password_is_refused_beside_the_field()
    {
        var browser = await Given.SignedInAsync(host, SaasHost.Claret, await Given.MemberAsync(host, SaasHost.Claret, Role.Agent));

        var answer = await browser.SubmitAsync(Page, "Changer", ("Mot de passe actuel", SaasHost.Password), ("Nouveau mot de passe", "court"));

        Assert.Contains("12 caractères", (await Browser.ReadAsync(answer)).QuerySelector("#NewPassword-error")?.TextContent, StringComparison.Ordinal);
    }
}
