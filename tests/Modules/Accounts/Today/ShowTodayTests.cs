using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Accounts.Tests.Today;

public sealed class ShowTodayTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Theory]
    [InlineData(Role.Administrator)]
    [InlineData(Role.Secretary)]
    [InlineData(Role.Agent)]
    [InlineData(Role.Elected)]
    [InlineData(Role.Regisseur)]
    [InlineData(Role.Moderator)]
    public async Task The_day_of_the_town_hall_opens_for_its_people(Role role)
    {
        var page = await host.Visit(SaasHost.Claret, role).OpenAsync("/gestion");

        Assert.Equal("Aujourd’hui", page.QuerySelector("h1")?.TextContent);
    }

    [Theory]
    [InlineData(Role.Secretary)]
    [InlineData(Role.Agent)]
    [InlineData(Role.Elected)]
    [InlineData(Role.Regisseur)]
    [InlineData(Role.Moderator)]
    public async Task Nobody_sees_a_menu_entry_that_would_refuse_them(Role role)
    {
        var browser = host.Visit(SaasHost.Claret, role);
        var page = await browser.OpenAsync("/gestion");

        foreach (var link in page.QuerySelectorAll("nav a[href^='/gestion']"))
        {
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(link.GetAttribute("href")!)).StatusCode);
        }
    }

    [Fact]
    public async Task The_first_sign_in_of_an_administrator_shows_the_list_of_the_first_hour()
    {
        var browser = host.Visit(SaasHost.Claret);
        var link = await Given.InvitationAsync(host, SaasHost.Claret, Given.Address(), Role.Administrator);
        var accepted = await browser.SubmitAsync(link, "Accepter", ("Prénom et nom", "Camille Roux"), ("Choisissez un mot de passe", SaasHost.Password));
        var asked = await browser.GetAsync(accepted.Headers.Location!.ToString());
        await Given.SecondFactorAsync(browser, asked.Headers.Location!.ToString());

        var page = await browser.OpenAsync("/gestion");

        Assert.Contains("Indiquer les horaires d’ouverture", page.QuerySelector("main .checklist")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_visitor_is_asked_to_sign_in_and_brought_back()
    {
        var answer = await host.Visit(SaasHost.Claret).GetAsync("/gestion");

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("/gestion/connexion?retour=%2Fgestion", answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task The_staff_of_another_commune_cannot_sign_in()
    {
        var answer = await host.Visit(SaasHost.Claret).SubmitAsync("/gestion/connexion", "Se connecter", ("Adresse e-mail", SaasHost.EmailOf(SaasHost.Matelles, Role.Administrator)), ("Mot de passe", SaasHost.Password));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("ne convient pas", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
