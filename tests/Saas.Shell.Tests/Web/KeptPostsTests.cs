using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saas.Shell.Data;
using Saas.Shell.Identity;

namespace Saas.Shell.Tests.Web;

public sealed class KeptPostsTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string NewNews = "/gestion/site/actualites/nouvelle";

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
    public async Task A_form_another_site_sent_is_not_kept()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, NewNews)
        {
            Content = new FormUrlEncodedContent([new("Title", "Piège")]),
            Headers = { { "Sec-Fetch-Site", "cross-site" } },
        };

        var answer = await host.Visit(SaasHost.Claret).SendAsync(request);

        Assert.False(answer.Headers.Contains("Set-Cookie"));
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
