using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Accounts.Tests.SigningIn;

public sealed class SignInTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task The_secretary_signs_in_and_sees_her_day()
    {
        var browser = host.Visit(SaasHost.Claret);

        var answer = await browser.SubmitAsync("/gestion/connexion", "Se connecter", ("Adresse e-mail", SaasHost.EmailOf(SaasHost.Claret, Role.Administrator)), ("Mot de passe", SaasHost.Password));

        Assert.Equal("/gestion", answer.Headers.Location?.ToString());
        Assert.Equal("Aujourd’hui", (await browser.FollowAsync(answer)).QuerySelector("h1")?.TextContent);
    }

    [Fact]
    public async Task A_wrong_password_an_unknown_address_and_a_neighbours_account_are_refused_alike()
    {
        var wrong = await RefusedAsync(SaasHost.EmailOf(SaasHost.Claret, Role.Elected), "pas le bon mot de passe");
        var unknown = await RefusedAsync("personne@ailleurs.test", SaasHost.Password);
        var neighbour = await RefusedAsync(SaasHost.EmailOf(SaasHost.Matelles, Role.Administrator), SaasHost.Password);

        Assert.Contains("ne convient pas", wrong, StringComparison.Ordinal);
        Assert.Equal(wrong, unknown);
        Assert.Equal(wrong, neighbour);
    }

    [Fact]
    public async Task What_was_typed_is_still_there_after_a_refusal_but_the_password()
    {
        var answer = await host.Visit(SaasHost.Claret).SubmitAsync("/gestion/connexion", "Se connecter", ("Adresse e-mail", "secretaire@claret.test"), ("Mot de passe", "faux"));

        var page = await Browser.ReadAsync(answer);

        Assert.Equal("secretaire@claret.test", page.QuerySelector("#Email")?.GetAttribute("value"));
        Assert.Null(page.QuerySelector("#Password")?.GetAttribute("value"));
    }

    [Fact]
    public async Task Five_wrong_passwords_close_the_account_for_a_while_even_to_the_right_one()
    {
        var email = await GivenStaffAsync();
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await host.Visit(SaasHost.Claret).SubmitAsync("/gestion/connexion", "Se connecter", ("Adresse e-mail", email), ("Mot de passe", "faux mot de passe"));
        }

        var answer = await host.Visit(SaasHost.Claret).SubmitAsync("/gestion/connexion", "Se connecter", ("Adresse e-mail", email), ("Mot de passe", SaasHost.Password));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_cookie_of_one_commune_is_void_in_another()
    {
        var claret = host.Visit(SaasHost.Claret, Role.Administrator);
        await claret.OpenAsync("/gestion");
        var matelles = host.Visit(SaasHost.Matelles);
        foreach (System.Net.Cookie cookie in claret.Cookies.GetAllCookies())
        {
            matelles.Cookies.Add(new System.Net.Cookie(cookie.Name, cookie.Value, "/", "les-matelles.parvis.localhost"));
        }

        var answer = await matelles.GetAsync("/gestion");

        Assert.StartsWith("/gestion/connexion", answer.Headers.Location?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_in_leads_where_one_was_going_and_never_to_another_site()
    {
        var home = await SignInTowardsAsync("/gestion/site");
        var elsewhere = await SignInTowardsAsync("https://ailleurs.example/");

        Assert.Equal("/gestion/site", home);
        Assert.Equal("/gestion", elsewhere);
    }

    [Fact]
    public async Task Too_many_attempts_from_one_place_are_refused()
    {
        await using var node = host.AnotherNode(new Dictionary<string, string> { ["RateLimits:SignInsPerWindow"] = "2" });
        var browser = host.Visit(node, SaasHost.Claret);
        var answers = new List<HttpStatusCode>();

        for (var attempt = 0; attempt < 3; attempt++)
        {
            var page = await browser.OpenAsync("/gestion/connexion");
            answers.Add((await browser.SubmitAsync(page, "/gestion/connexion", "Se connecter", [("Adresse e-mail", "x@claret.test"), ("Mot de passe", "faux")])).StatusCode);
        }

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests], answers);
    }

    [Fact]
    public async Task Several_browsers_of_one_person_sign_in_at_once_even_after_a_wrong_password()
    {
        var email = await GivenStaffAsync();
        var browsers = Enumerable.Range(0, 8).Select(_ => host.Visit(SaasHost.Claret)).ToList();
        await TryAsync(browsers[0], email, "faux");

        var answers = await Task.WhenAll(browsers.Select(browser => TryAsync(browser, email, SaasHost.Password)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer));
    }

    private static async Task<HttpStatusCode> TryAsync(Browser browser, string email, string password)
    {
        var page = await browser.OpenAsync("/gestion/connexion");
        return (await browser.SubmitAsync(page, "/gestion/connexion", "Se connecter", [("Adresse e-mail", email), ("Mot de passe", password)])).StatusCode;
    }

    private async Task<string> GivenStaffAsync()
    {
        var email = $"{Guid.NewGuid():N}@claret.test";
        await host.InAsync(SaasHost.Claret, services => Staff(services).AddMemberAsync(email, "Agent", Role.Secretary, SaasHost.Password, CancellationToken.None));
        return email;
    }

    private static StaffAccounts Staff(IServiceProvider services) => (StaffAccounts)services.GetService(typeof(StaffAccounts))!;

    private async Task<string> RefusedAsync(string email, string password)
    {
        var answer = await host.Visit(SaasHost.Claret).SubmitAsync("/gestion/connexion", "Se connecter", ("Adresse e-mail", email), ("Mot de passe", password));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await Browser.ReadAsync(answer);
        page.QuerySelector("#Email")?.RemoveAttribute("value");
        page.QuerySelector("input[name=__RequestVerificationToken]")?.Remove();
        return page.QuerySelector("main")!.InnerHtml;
    }

    private async Task<string?> SignInTowardsAsync(string address)
    {
        var answer = await host.Visit(SaasHost.Claret).SubmitAsync(
            $"/gestion/connexion?retour={Uri.EscapeDataString(address)}",
            "Se connecter",
            ("Adresse e-mail", SaasHost.EmailOf(SaasHost.Claret, Role.Administrator)),
            ("Mot de passe", SaasHost.Password));
        return answer.Headers.Location?.ToString();
    }
}
