using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Accounts.Tests.MyAccount;

public sealed class ConfirmEmailTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task The_link_changes_the_address_once_when_confirmed_and_the_old_address_is_told()
    {
        var (before, after, link) = await GivenLinkAsync();
        await host.Visit(SaasHost.Claret).OpenAsync(link);
        var opened = await Given.SignInAsync(host.Visit(SaasHost.Claret), before);

        var other = host.Visit(SaasHost.Claret);
        var page = await other.OpenAsync(link);
        var confirmed = await host.Visit(SaasHost.Claret).SubmitAsync(link, "Confirmer");
        var again = await other.SubmitAsync(page, link, "Confirmer");

        Assert.Equal(HttpStatusCode.Redirect, opened.StatusCode);
        Assert.Equal("/gestion/connexion", confirmed.Headers.Location?.ToString());
        Assert.Contains("Ce lien n’est plus valable", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains(await host.MailsToAsync(SaasHost.Claret, before), mail => mail.Subject == "Votre adresse de connexion a changé");
        Assert.Equal(HttpStatusCode.Redirect, (await Given.SignInAsync(host.Visit(SaasHost.Claret), after)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Given.SignInAsync(host.Visit(SaasHost.Claret), before)).StatusCode);
    }

    [Fact]
    public async Task A_link_whose_address_was_altered_is_said_to_be_void_and_has_no_form()
    {
        var (_, after, link) = await GivenLinkAsync();

        var page = await host.Visit(SaasHost.Claret).OpenAsync(link.Replace(Uri.EscapeDataString(after), "intrus%40mairie.test", StringComparison.Ordinal));

        Assert.Equal("Ce lien n’est plus valable", page.QuerySelector("h1")!.TextContent);
        Assert.Null(page.QuerySelector("main form"));
        Assert.NotNull(page.QuerySelector("main a[href='/gestion/mon-compte/adresse']"));
    }

    private async Task<(string Before, string After, string Link)> GivenLinkAsync()
    {
        var (before, after) = (await Given.MemberAsync(host, SaasHost.Claret, Role.Agent), Given.Address());
        var browser = await Given.SignedInAsync(host, SaasHost.Claret, before);
        await browser.SubmitAsync("/gestion/mon-compte/adresse", "Envoyer", ("Nouvelle adresse", after), ("Votre mot de passe", SaasHost.Password));
        return (before, after, await Given.LinkAsync(host, SaasHost.Claret, after));
    }
}
