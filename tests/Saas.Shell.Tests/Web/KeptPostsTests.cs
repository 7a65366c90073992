using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Shell.Tests.Web;

public sealed class KeptPostsTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string NewNews = "/gestion/site/actualites/nouvelle";

    private const string NewPage = "/gestion/site/pages/nouvelle";

    [Fact]
    public async Task What_was_typed_is_there_again_after_the_sign_in_expired_and_nothing_was_saved_meanwhile()
    {
        var (browser, account) = await GivenStaffAsync();
        var page = await browser.OpenAsync(NewNews);
        await EndSessionsAsync(account);

        var refused = await browser.SubmitAsync(page, NewNews, fields: [("Titre", "Le marché de la place"), ("Résumé", "Samedi dès 8 heures")]);
        var signedIn = await browser.SubmitAsync(
            refused.Headers.Location!.ToString(),
            "Se connecter",
            ("Adresse e-mail", account.Email!),
            ("Mot de passe", SaasHost.Password));
        var shown = await browser.FollowAsync(signedIn);

        Assert.Equal(HttpStatusCode.SeeOther, refused.StatusCode);
        Assert.Equal("Le marché de la place", shown.QuerySelector("[name='Input.Title']")?.GetAttribute("value"));
        Assert.Contains("Vous aviez été déconnecté", shown.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Le marché de la place", await browser.GetStringAsync("/gestion/site"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_shown_again_is_saved_when_it_is_sent_again()
    {
        var (browser, account) = await GivenStaffAsync();
        var page = await browser.OpenAsync(NewNews);
        await EndSessionsAsync(account);
        var refused = await browser.SubmitAsync(page, NewNews, fields: [("Titre", "La fête du village"), ("Résumé", "En juin"), ("Texte", "<p>Venez</p>")]);
        var signedIn = await browser.SubmitAsync(refused.Headers.Location!.ToString(), "Se connecter", ("Adresse e-mail", account.Email!), ("Mot de passe", SaasHost.Password));
        var shown = await browser.FollowAsync(signedIn);

        await browser.SubmitAsync(shown, NewNews);

        Assert.Contains("La fête du village", await browser.GetStringAsync("/gestion/site"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sign_in_page_says_that_what_was_written_is_kept()
    {
        var (browser, account) = await GivenStaffAsync();
        var refused = await SendTooLateAsync(browser, account, NewNews, ("Titre", "La foire"));

        var signIn = await browser.FollowAsync(refused);

        Assert.Contains("Ce que vous aviez écrit est conservé : reconnectez-vous, vous le retrouverez.", Words(signIn), StringComparison.Ordinal);
        Assert.DoesNotContain("Ce que vous aviez écrit est conservé", await browser.GetStringAsync("/gestion/connexion"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_tabs_whose_sign_in_expired_both_find_their_text_again()
    {
        var (browser, account) = await GivenStaffAsync();
        var (news, page, again) = (await browser.OpenAsync(NewNews), await browser.OpenAsync(NewPage), await browser.OpenAsync(NewNews));
        await EndSessionsAsync(account);
        var first = await browser.SubmitAsync(news, NewNews, fields: [("Titre", "La première")]);
        await browser.SubmitAsync(page, NewPage, fields: [("Titre", "La page")]);
        await browser.SubmitAsync(again, NewNews, fields: [("Titre", "La seconde")]);

        var signedIn = await SignInAsync(browser, account, first.Headers.Location!.ToString());

        Assert.Equal("La première", Field(await browser.FollowAsync(signedIn), "Input.Title"));
        Assert.Equal("La page", Field(await browser.OpenAsync(NewPage), "Input.Title"));
        Assert.Equal("La seconde", Field(await browser.OpenAsync(NewNews), "Input.Title"));
        Assert.Equal("", Field(await browser.OpenAsync(NewNews), "Input.Title") ?? "");
    }

    [Fact]
    public async Task The_second_click_is_not_kept_twice()
    {
        var (browser, account) = await GivenStaffAsync();
        var page = await browser.OpenAsync(NewNews);
        await EndSessionsAsync(account);
        await browser.SubmitAsync(page, NewNews, fields: [("Titre", "Une fois")]);

        await browser.SubmitAsync(page, NewNews, fields: [("Titre", "Une fois")]);

        Assert.Equal(1, await CountAsync(account));
    }

    [Fact]
    public async Task Whoever_asks_for_a_new_password_on_the_way_is_led_to_the_text_all_the_same()
    {
        var (browser, account) = await GivenStaffAsync();
        await SendTooLateAsync(browser, account, NewNews, ("Titre", "Le vide-grenier"));

        var signedIn = await SignInAsync(browser, account, "/gestion/connexion");

        Assert.Equal(NewNews, signedIn.Headers.Location!.ToString());
        Assert.Equal("Le vide-grenier", Field(await browser.FollowAsync(signedIn), "Input.Title"));
    }

    [Fact]
    public async Task A_colleague_who_signs_in_next_on_that_browser_does_not_see_it_and_its_author_still_does()
    {
        var (browser, account) = await GivenStaffAsync();
        var (_, colleague) = await GivenStaffAsync();
        var refused = await SendTooLateAsync(browser, account, NewNews, ("Titre", "Entre nous"));

        var theirs = await browser.FollowAsync(await SignInAsync(browser, colleague, refused.Headers.Location!.ToString()));
        await browser.SubmitAsync("/gestion/deconnexion", "Se déconnecter");
        var own = await browser.FollowAsync(await SignInAsync(browser, account, refused.Headers.Location!.ToString()));

        Assert.DoesNotContain("Entre nous", theirs.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Equal("Entre nous", Field(own, "Input.Title"));
    }

    [Fact]
    public async Task A_form_sent_after_signing_out_in_another_tab_is_kept_too()
    {
        var (browser, account) = await GivenStaffAsync();
        var page = await browser.OpenAsync(NewNews);
        await browser.SubmitAsync("/gestion/deconnexion", "Se déconnecter");

        var refused = await browser.SubmitAsync(page, NewNews, fields: [("Titre", "Trop tôt parti")]);

        Assert.Equal("Trop tôt parti", Field(await browser.FollowAsync(await SignInAsync(browser, account, refused.Headers.Location!.ToString())), "Input.Title"));
    }

    [Fact]
    public async Task Passwords_are_not_kept_and_the_page_says_so()
    {
        var (browser, account) = await GivenStaffAsync();
        var refused = await SendTooLateAsync(browser, account, "/gestion/mon-compte/adresse", ("Nouvelle adresse e-mail", "neuve@claret.test"), ("Votre mot de passe", "Un-secret-bien-long"));

        var shown = await browser.FollowAsync(await SignInAsync(browser, account, refused.Headers.Location!.ToString()));

        Assert.Equal("neuve@claret.test", Field(shown, "NewEmail"));
        Assert.DoesNotContain("Un-secret-bien-long", shown.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Contains("sauf les mots de passe et les codes : saisissez-les à nouveau", Words(shown), StringComparison.Ordinal);
        Assert.DoesNotContain("Tout ce que", Words(shown), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_kept_cannot_be_read_in_the_database()
    {
        var (browser, account) = await GivenStaffAsync();
        await SendTooLateAsync(browser, account, NewNews, ("Titre", "Illisible en base"));

        var content = await host.InAsync(SaasHost.Claret, services => services.GetRequiredService<SaasDbContext>().Set<KeptPost>().Where(k => k.AccountId == account.Id).Select(k => k.Content).SingleAsync());

        Assert.DoesNotContain("Illisible", Encoding.UTF8.GetString(content), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_fills_nothing_and_is_told_that_nothing_is_kept()
    {
        var stranger = host.Visit(SaasHost.Claret);
        var before = await CountAsync();

        var answer = await stranger.PostAsync(NewNews, ("Input.Title", new string('x', 100_000)));

        Assert.Contains("n’a pas pu être conservé", Words(await stranger.FollowAsync(answer)), StringComparison.Ordinal);
        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task A_form_larger_than_what_is_kept_is_said_not_to_be()
    {
        var (browser, account) = await GivenStaffAsync();

        var refused = await SendTooLateAsync(browser, account, NewNews, ("Titre", new string('x', 1_000_001)));

        Assert.Contains("n’a pas pu être conservé", Words(await browser.FollowAsync(refused)), StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync(account));
    }

    [Fact]
    public async Task One_person_has_twenty_forms_kept_at_most()
    {
        var (browser, account) = await GivenStaffAsync();
        var page = await browser.OpenAsync(NewNews);
        await EndSessionsAsync(account);
        for (var sent = 0; sent < 20; sent++)
        {
            await browser.SubmitAsync(page, NewNews, fields: [("Titre", $"La {sent}e")]);
        }

        var refused = await browser.SubmitAsync(page, NewNews, fields: [("Titre", "Celle de trop")]);

        Assert.Contains("n’a pas pu être conservé", Words(await browser.FollowAsync(refused)), StringComparison.Ordinal);
        Assert.Equal(20, await CountAsync(account));
    }

    [Fact]
    public async Task A_form_another_site_sent_is_not_kept()
    {
        var (browser, account) = await GivenStaffAsync();
        await browser.OpenAsync(NewNews);
        await EndSessionsAsync(account);
        using var request = new HttpRequestMessage(HttpMethod.Post, NewNews)
        {
            Content = new FormUrlEncodedContent([new("Input.Title", "Piège")]),
            Headers = { { "Sec-Fetch-Site", "cross-site" } },
        };

        var answer = await browser.SendAsync(request);

        Assert.DoesNotContain("envoi=", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync(account));
    }

    [Fact]
    public async Task An_expired_token_shows_everything_again_with_a_fresh_one()
    {
        var browser = host.Visit(SaasHost.Claret);
        var page = await browser.OpenAsync("/gestion/mot-de-passe-oublie");
        foreach (Cookie cookie in browser.Cookies.GetAllCookies())
        {
            cookie.Expired = true;
        }

        var answer = await browser.SubmitAsync(page, "/gestion/mot-de-passe-oublie", fields: [("Adresse e-mail", "rose@claret.test")]);
        var shown = await Browser.ReadAsync(answer);
        var again = await browser.SubmitAsync(shown, "/gestion/mot-de-passe-oublie");

        Assert.Equal("rose@claret.test", shown.QuerySelector("#Email")?.GetAttribute("value"));
        Assert.Contains("Tout ce que vous avez saisi est conservé", shown.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("un courriel vient de partir", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static string? Field(IHtmlDocument page, string name) => page.QuerySelector($"[name='{name}']")?.GetAttribute("value");

    private static string Words(IHtmlDocument page) => page.Body!.TextContent.Replace('\u00a0', ' ');

    private static Task<HttpResponseMessage> SignInAsync(Browser browser, Account account, string address) =>
        browser.SubmitAsync(address, "Se connecter", ("Adresse e-mail", account.Email!), ("Mot de passe", SaasHost.Password));

    private async Task<HttpResponseMessage> SendTooLateAsync(Browser browser, Account account, string address, params (string Field, string Value)[] fields)
    {
        var page = await browser.OpenAsync(address);
        await EndSessionsAsync(account);
        return await browser.SubmitAsync(page, address, fields: fields);
    }

    private Task<int> CountAsync(Account? account = null) => host.InAsync(SaasHost.Claret, services =>
        services.GetRequiredService<SaasDbContext>().Set<KeptPost>().CountAsync(k => account == null || k.AccountId == account.Id));

    private async Task<(Browser Browser, Account Account)> GivenStaffAsync()
    {
        var email = $"{Guid.NewGuid():N}@claret.test";
        var account = await host.InAsync(SaasHost.Claret, services =>
            services.GetRequiredService<StaffAccounts>().AddMemberAsync(email, "Agent", Role.Secretary, SaasHost.Password, CancellationToken.None));
        return (new Browser(host.Application, new Uri("https://claret.parvis.localhost"), (email, SaasHost.Password, "/gestion/connexion")), account);
    }

    private Task EndSessionsAsync(Account account) => host.InAsync(SaasHost.Claret, services =>
        services.GetRequiredService<SaasDbContext>().Set<Session>().Where(session => session.AccountId == account.Id).ExecuteDeleteAsync());
}
