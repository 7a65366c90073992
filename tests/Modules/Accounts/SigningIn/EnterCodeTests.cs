using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Accounts.Tests.SigningIn;

public sealed class EnterCodeTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string Page = "/gestion/connexion/code";

    [Fact]
    public async Task After_the_password_the_telephones_code_opens_the_page_one_was_going_to()
    {
        var (email, key, _) = await GivenProtectedAsync();
        var browser = host.Visit(SaasHost.Claret);

        var password = await browser.SubmitAsync("/gestion/connexion?retour=%2Fgestion%2Fdemandes", "Se connecter", ("Adresse e-mail", email), ("Mot de passe", SaasHost.Password));
        var before = await browser.GetAsync("/gestion");
        var code = await browser.SubmitAsync(password.Headers.Location!.ToString(), "Continuer", ("Code", Telephone.CodeOf(key, steps: 1)));

        Assert.StartsWith(Page, password.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, before.StatusCode);
        Assert.Equal("/gestion/demandes", code.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/gestion")).StatusCode);
    }

    [Fact]
    public async Task A_code_is_accepted_once_even_by_two_nodes_in_the_same_instant()
    {
        var (email, key, _) = await GivenProtectedAsync();
        await using var other = host.AnotherNode();
        var (here, there) = (host.Visit(SaasHost.Claret), host.Visit(other, SaasHost.Claret));
        await Given.SignInAsync(here, email);
        await Given.SignInAsync(there, email);
        var (form, formThere) = (await here.OpenAsync(Page), await there.OpenAsync(Page));
        var code = Telephone.CodeOf(key, steps: 1);

        var answers = await Task.WhenAll(here.SubmitAsync(form, Page, "Continuer", [("Code", code)]), there.SubmitAsync(formThere, Page, "Continuer", [("Code", code)]));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Redirect);
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_code_that_set_the_telephone_up_does_not_sign_in()
    {
        var email = await Given.MemberAsync(host, SaasHost.Claret, Role.Secretary);
        var browser = await Given.SignedInAsync(host, SaasHost.Claret, email);
        var form = await browser.OpenAsync("/gestion/mon-compte/double-authentification");
        var code = Telephone.CodeOf(form.QuerySelector(".second-factor__key")!.TextContent);
        await browser.SubmitAsync(form, "/gestion/mon-compte/double-authentification", "Mettre en place", [("Code", code)]);

        var answer = await CodeAsync(email, code);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_recovery_code_replaces_the_telephone_once()
    {
        var (email, _, codes) = await GivenProtectedAsync();

        var first = await CodeAsync(email, codes[0].ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal));
        var again = await CodeAsync(email, codes[0]);
        var another = await CodeAsync(email, codes[1]);

        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, another.StatusCode);
    }

    [Fact]
    public async Task Five_wrong_codes_close_the_account_for_a_while_and_the_password_in_between_gives_no_new_attempts()
    {
        var (email, _, _) = await GivenProtectedAsync();
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await CodeAsync(email, "000000");
        }

        var refused = await Given.SignInAsync(host.Visit(SaasHost.Claret), email);

        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
    }

    [Fact]
    public async Task Without_a_password_or_with_that_of_another_commune_one_starts_again()
    {
        var (email, _, _) = await GivenProtectedAsync();
        await Given.MemberAsync(host, SaasHost.Matelles, Role.Secretary, email);
        var claret = host.Visit(SaasHost.Claret);
        await Given.SignInAsync(claret, email);
        var matelles = host.Visit(SaasHost.Matelles);
        foreach (Cookie cookie in claret.Cookies.GetAllCookies())
        {
            matelles.Cookies.Add(new Cookie(cookie.Name, cookie.Value, "/", "les-matelles.parvis.localhost"));
        }

        var nothing = await host.Visit(SaasHost.Claret).GetAsync(Page);
        var swapped = await matelles.GetAsync(Page);

        Assert.Equal("/gestion/connexion", nothing.Headers.Location?.ToString());
        Assert.Equal("/gestion/connexion", swapped.Headers.Location?.ToString());
    }

    private async Task<(string Email, string Key, IReadOnlyList<string> Codes)> GivenProtectedAsync()
    {
        var email = await Given.MemberAsync(host, SaasHost.Claret, Role.Secretary);
        var (key, codes) = await Given.SecondFactorAsync(await Given.SignedInAsync(host, SaasHost.Claret, email));
        return (email, key, codes);
    }

    private async Task<HttpResponseMessage> CodeAsync(string email, string code)
    {
        var browser = host.Visit(SaasHost.Claret);
        await Given.SignInAsync(browser, email);
        return await browser.SubmitAsync(Page, "Continuer", ("Code", code));
    }
}
