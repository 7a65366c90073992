using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Accounts.Tests.Team;

public sealed class AcceptInvitationTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string Void = "Ce lien n’est plus valable";

    [Fact]
    public async Task Someone_new_chooses_a_password_and_is_in_the_team_at_once()
    {
        var email = Given.Address();
        var link = await Given.InvitationAsync(host, SaasHost.Claret, email, Role.Agent);
        var browser = host.Visit(SaasHost.Claret);

        var accepted = await browser.SubmitAsync(link, "Accepter", ("Prénom et nom", "Camille Roux-Vidal"), ("Choisissez un mot de passe", SaasHost.Password));

        Assert.Equal("/gestion", accepted.Headers.Location?.ToString());
        Assert.Contains("Camille Roux-Vidal", await browser.GetStringAsync("/gestion"), StringComparison.Ordinal);
        Assert.Equal(Role.Agent, await Given.RoleAsync(host, SaasHost.Claret, email));
        Assert.Equal(HttpStatusCode.Redirect, (await Given.SignInAsync(host.Visit(SaasHost.Claret), email)).StatusCode);
    }

    [Fact]
    public async Task Opening_the_link_changes_nothing_however_often()
    {
        var email = Given.Address();
        var link = await Given.InvitationAsync(host, SaasHost.Claret, email);

        await host.Visit(SaasHost.Claret).OpenAsync(link);
        var page = await host.Visit(SaasHost.Claret).OpenAsync(link);

        Assert.NotNull(page.QuerySelector("#Password"));
        Assert.Null(await Given.RoleAsync(host, SaasHost.Claret, email));
    }

    [Fact]
    public async Task The_link_serves_once()
    {
        var email = Given.Address();
        var link = await Given.InvitationAsync(host, SaasHost.Claret, email);
        await AcceptAsync(link);
        await host.Visit(SaasHost.Claret, Role.Administrator).SubmitAsync($"/gestion/equipe/{await Given.MembershipAsync(host, SaasHost.Claret, email)}/retirer", "Retirer");

        var again = await host.Visit(SaasHost.Claret).GetStringAsync(link);

        Assert.Contains(Void, again, StringComparison.Ordinal);
        Assert.Null(await Given.RoleAsync(host, SaasHost.Claret, email));
    }

    [Fact]
    public async Task Two_nodes_that_receive_it_in_the_same_instant_accept_it_once()
    {
        var email = Given.Address();
        var link = await Given.InvitationAsync(host, SaasHost.Claret, email);
        await using var other = host.AnotherNode();
        var (here, there) = (host.Visit(SaasHost.Claret), host.Visit(other, SaasHost.Claret));
        var (form, formThere) = (await here.OpenAsync(link), await there.OpenAsync(link));

        var answers = await Task.WhenAll(
            here.SubmitAsync(form, link, "Accepter", [("Password", SaasHost.Password)]),
            there.SubmitAsync(formThere, link, "Accepter", [("Password", SaasHost.Password)]));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Redirect);
        Assert.Equal(Role.Secretary, await Given.RoleAsync(host, SaasHost.Claret, email));
    }

    [Fact]
    public async Task Someone_who_serves_another_commune_accepts_with_the_password_they_have_and_only_with_it()
    {
        var email = await Given.MemberAsync(host, SaasHost.Matelles, Role.Secretary);
        var link = await Given.InvitationAsync(host, SaasHost.Claret, email);
        var browser = host.Visit(SaasHost.Claret);

        var wrong = await browser.SubmitAsync(link, "Accepter", ("Mot de passe", "un tout autre mot de passe"));
        var right = await browser.SubmitAsync(link, "Accepter", ("Mot de passe", SaasHost.Password));

        Assert.Contains("Ce n’est pas le mot de passe", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("/gestion", right.Headers.Location?.ToString());
        Assert.Equal(Role.Secretary, await Given.RoleAsync(host, SaasHost.Matelles, email));
    }

    [Fact]
    public async Task A_link_made_up_altered_expired_revoked_or_of_another_commune_says_the_same_and_opens_nothing()
    {
        var email = Given.Address();
        var link = await Given.InvitationAsync(host, SaasHost.Claret, email);
        var revoked = Given.Address();
        var revokedLink = await Given.InvitationAsync(host, SaasHost.Claret, revoked);
        await host.Visit(SaasHost.Claret, Role.Administrator).SubmitAsync($"/gestion/equipe/invitations/{await Given.InvitationIdAsync(host, SaasHost.Claret, revoked)}/annuler", "Annuler");

        var pages = new[]
        {
            await MainAsync(SaasHost.Claret, $"/gestion/invitation?invitation={Guid.NewGuid()}&jeton=x"),
            await MainAsync(SaasHost.Claret, link[..^2]),
            await MainAsync(SaasHost.Claret, revokedLink),
            await MainAsync(SaasHost.Claret, await GivenExpiredAsync()),
            await MainAsync(SaasHost.Matelles, link),
        };

        Assert.All(pages, page => Assert.Equal(pages[0], page));
        Assert.Contains(Void, pages[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_administrator_sets_the_second_factor_up_before_anything_else()
    {
        var link = await Given.InvitationAsync(host, SaasHost.Claret, Given.Address(), Role.Administrator);
        var browser = host.Visit(SaasHost.Claret);
        await browser.SubmitAsync(link, "Accepter", ("Choisissez un mot de passe", SaasHost.Password));

        var refused = await browser.GetAsync("/gestion/demandes");
        await Given.SecondFactorAsync(browser);

        Assert.Equal("/gestion/mon-compte/double-authentification", refused.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/gestion/demandes")).StatusCode);
    }

    private Task<HttpResponseMessage> AcceptAsync(string link) => host.Visit(SaasHost.Claret).SubmitAsync(link, "Accepter", ("Choisissez un mot de passe", SaasHost.Password));

    private async Task<string> MainAsync(string insee, string link) => (await host.Visit(insee).OpenAsync(link)).QuerySelector("main")!.TextContent;

    private async Task<string> GivenExpiredAsync()
    {
        var email = Given.Address();
        var link = await Given.InvitationAsync(host, SaasHost.Claret, email);
        await host.InAsync(SaasHost.Claret, async services =>
        {
            var db = (Saas.Shell.Data.SaasDbContext)services.GetService(typeof(Saas.Shell.Data.SaasDbContext))!;
            var invitation = await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.SingleAsync(db.Set<Invitation>(), i => i.Email == email);
            invitation.Renew(invitation.TokenHash, DateTimeOffset.UtcNow - Invitation.Lifetime);
            await db.SaveChangesAsync();
        });
        return link;
    }
}
