using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Accounts.Tests.MyAccount;

public sealed class ChangeEmailTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string Page = "/gestion/mon-compte/adresse";

    [Fact]
    public async Task Nothing_changes_until_the_link_sent_to_the_new_address_is_followed()
    {
        var (before, after) = (await Given.MemberAsync(host, SaasHost.Claret, Role.Agent), Given.Address());
        var browser = await Given.SignedInAsync(host, SaasHost.Claret, before);

        var asked = await browser.SubmitAsync(Page, "Envoyer", ("Nouvelle adresse", after), ("Votre mot de passe", SaasHost.Password));

        Assert.Equal("/gestion/mon-compte", asked.Headers.Location?.ToString());
        Assert.Single(await host.MailsToAsync(SaasHost.Claret, after));
        Assert.Equal(HttpStatusCode.Redirect, (await Given.SignInAsync(host.Visit(SaasHost.Claret), before)).StatusCode);
    }

    [Fact]
    public async Task The_screen_never_tells_that_an_address_has_an_account()
    {
        var taken = await Given.MemberAsync(host, SaasHost.Matelles, Role.Agent);
        var free = Given.Address();

        var known = await SaidAsync(taken);
        var unknown = await SaidAsync(free);

        Assert.Equal(unknown.Replace(free, "x", StringComparison.Ordinal), known.Replace(taken, "x", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_the_password_no_mail_leaves_and_the_address_typed_is_kept()
    {
        var after = Given.Address();
        var browser = await Given.SignedInAsync(host, SaasHost.Claret, await Given.MemberAsync(host, SaasHost.Claret, Role.Agent));

        var refused = await Browser.ReadAsync(await browser.SubmitAsync(Page, "Envoyer", ("Nouvelle adresse", after), ("Votre mot de passe", "au hasard")));

        Assert.Equal(after, refused.QuerySelector("#NewEmail")?.GetAttribute("value"));
        Assert.Empty(await host.MailsToAsync(SaasHost.Claret, after));
    }

    private async Task<string> SaidAsync(string email)
    {
        var browser = await Given.SignedInAsync(host, SaasHost.Claret, await Given.MemberAsync(host, SaasHost.Claret, Role.Agent));
        var answer = await browser.SubmitAsync(Page, "Envoyer", ("Nouvelle adresse", email), ("Votre mot de passe", SaasHost.Password));
        return (await browser.FollowAsync(answer)).QuerySelector(".message")!.TextContent;
    }
}
