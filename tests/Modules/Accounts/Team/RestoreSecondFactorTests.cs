using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Accounts.Tests.Team;

public sealed class RestoreSecondFactorTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task A_colleague_of_this_commune_only_signs_in_with_the_password_again_and_is_told()
    {
        var email = await GivenProtectedAsync();

        await AskAsync(email);

        Assert.Equal("/gestion", (await Given.SignInAsync(host.Visit(SaasHost.Claret), email)).Headers.Location?.ToString());
        Assert.Contains(await host.MailsToAsync(SaasHost.Claret, email), mail => mail.Subject == "Votre double authentification est retirée");
    }

    [Fact]
    public async Task For_a_colleague_who_serves_elsewhere_the_operator_decides_and_the_screen_says_the_same()
    {
        var shared = await GivenProtectedAsync();
        await Given.MemberAsync(host, SaasHost.Matelles, Role.Secretary, shared);

        var alone = await AskAsync(await GivenProtectedAsync());
        var elsewhere = await AskAsync(shared);

        Assert.Equal(alone, elsewhere);
        Assert.Equal("/gestion/connexion/code", (await Given.SignInAsync(host.Visit(SaasHost.Claret), shared)).Headers.Location?.ToString());
    }

    [Fact]
    public async Task Nobody_does_it_for_themselves_or_without_their_password()
    {
        var email = await GivenProtectedAsync();
        var administrator = host.Visit(SaasHost.Claret, Role.Administrator);

        var mine = await administrator.OpenAsync(await PageAsync(SaasHost.EmailOf(SaasHost.Claret, Role.Administrator)));
        await administrator.SubmitAsync(await PageAsync(email), "Demander", ("Votre mot de passe", "au hasard"));

        Assert.Empty(mine.QuerySelectorAll("main form"));
        Assert.Equal("/gestion/connexion/code", (await Given.SignInAsync(host.Visit(SaasHost.Claret), email)).Headers.Location?.ToString());
    }

    [Fact]
    public async Task The_member_of_another_commune_does_not_exist()
    {
        var theirs = await Given.MembershipAsync(host, SaasHost.Matelles, await Given.MemberAsync(host, SaasHost.Matelles, Role.Agent));

        var missing = await host.Visit(SaasHost.Claret, Role.Administrator).GetAsync($"/gestion/equipe/{theirs}/double-authentification");

        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    private async Task<string> GivenProtectedAsync()
    {
        var email = await Given.MemberAsync(host, SaasHost.Claret, Role.Secretary);
        await Given.SecondFactorAsync(await Given.SignedInAsync(host, SaasHost.Claret, email));
        return email;
    }

    private async Task<string> PageAsync(string email) => $"/gestion/equipe/{await Given.MembershipAsync(host, SaasHost.Claret, email)}/double-authentification";

    private async Task<string> AskAsync(string email)
    {
        var administrator = host.Visit(SaasHost.Claret, Role.Administrator);
        var answer = await administrator.SubmitAsync(await PageAsync(email), "Demander", ("Votre mot de passe", SaasHost.Password));
        return (await administrator.FollowAsync(answer)).QuerySelector(".message")!.TextContent;
    }
}
