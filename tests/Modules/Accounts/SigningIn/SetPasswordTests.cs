using System.Net;
using System.Text.RegularExpressions;
using Saas.Shell.Identity;

namespace Saas.Modules.Accounts.Tests.SigningIn;

public sealed class SetPasswordTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string NewPassword = "une autre phrase assez longue";

    [Fact]
    public async Task A_forgotten_password_is_replaced_by_the_mailed_link_once()
    {
        var email = await GivenStaffAsync();
        var link = await AskLinkAsync(email);

        var other = host.Visit(SaasHost.Claret);
        var page = await other.OpenAsync(link);
        var set = await host.Visit(SaasHost.Claret).SubmitAsync(link, "Enregistrer", ("Nouveau mot de passe", NewPassword));
        var again = await other.SubmitAsync(page, link, "Enregistrer", [("Nouveau mot de passe", "encore une autre phrase")]);

        Assert.Equal("/gestion/connexion", set.Headers.Location?.ToString());
        Assert.Contains("Ce lien n’est plus valable", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await SignInAsync(email, NewPassword)).StatusCode);
    }

    [Fact]
    public async Task The_link_of_someone_of_another_commune_serves_for_nothing_here()
    {
        var email = await GivenStaffAsync();
        var link = await AskLinkAsync(email);

        var elsewhere = await host.Visit(SaasHost.Matelles).OpenAsync(link);
        var here = await host.Visit(SaasHost.Claret).OpenAsync(link);

        Assert.Null(elsewhere.QuerySelector("input[type=password]"));
        Assert.NotNull(here.QuerySelector("input[type=password]"));
    }

    [Fact]
    public async Task A_new_password_ends_the_sessions_that_were_open()
    {
        var email = await GivenStaffAsync();
        var browser = host.Visit(SaasHost.Claret);
        await browser.SubmitAsync("/gestion/connexion", "Se connecter", ("Adresse e-mail", email), ("Mot de passe", SaasHost.Password));
        await browser.OpenAsync("/gestion");

        await host.Visit(SaasHost.Claret).SubmitAsync(await AskLinkAsync(email), "Enregistrer", ("Nouveau mot de passe", NewPassword));

        Assert.Equal(HttpStatusCode.SeeOther, (await browser.GetAsync("/gestion")).StatusCode);
    }

    [Fact]
    public async Task Asking_for_an_unknown_address_or_a_neighbours_answers_the_same_and_mails_nobody()
    {
        var neighbour = SaasHost.EmailOf(SaasHost.Matelles, Role.Administrator);

        var known = await AskAsync(await GivenStaffAsync());
        var unknown = await AskAsync("personne@claret.test");
        var stranger = await AskAsync(neighbour);

        Assert.Equal(known, unknown);
        Assert.Equal(known, stranger);
        Assert.Empty(await host.MailsToAsync(SaasHost.Claret, neighbour));
    }

    [Fact]
    public async Task Opening_the_link_changes_nothing()
    {
        var email = await GivenStaffAsync();

        await host.Visit(SaasHost.Claret).OpenAsync(await AskLinkAsync(email));

        Assert.Equal(HttpStatusCode.Redirect, (await SignInAsync(email, SaasHost.Password)).StatusCode);
    }

    [Fact]
    public async Task A_short_password_is_refused_beside_the_field()
    {
        var answer = await host.Visit(SaasHost.Claret).SubmitAsync(await AskLinkAsync(await GivenStaffAsync()), "Enregistrer", ("Nouveau mot de passe", "court"));

        Assert.Contains("12 caractères", (await Browser.ReadAsync(answer)).QuerySelector("#Password-error")?.TextContent, StringComparison.Ordinal);
    }

    private async Task<string> GivenStaffAsync()
    {
        var email = $"{Guid.NewGuid():N}@claret.test";
        await host.InAsync(SaasHost.Claret, services => ((StaffAccounts)services.GetService(typeof(StaffAccounts))!).AddMemberAsync(email, "Agent", Role.Secretary, SaasHost.Password, CancellationToken.None));
        return email;
    }

    private async Task<string> AskLinkAsync(string email)
    {
        await AskAsync(email);
        var mail = Assert.Single(await host.MailsToAsync(SaasHost.Claret, email));
        return new Uri(Regex.Match(mail.Text, @"https://\S+").Value).PathAndQuery;
    }

    private async Task<string> AskAsync(string email)
    {
        var answer = await host.Visit(SaasHost.Claret).SubmitAsync("/gestion/mot-de-passe-oublie", "Envoyer le lien", ("Adresse e-mail", email));
        return (await Browser.ReadAsync(answer)).QuerySelector("main")!.InnerHtml;
    }

    private Task<HttpResponseMessage> SignInAsync(string email, string password) =>
        host.Visit(SaasHost.Claret).SubmitAsync("/gestion/connexion", "Se connecter", ("Adresse e-mail", email), ("Mot de passe", password));
}
