using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Accounts.Tests.Team;

public sealed class ListMembersTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task The_administrator_sees_the_team_and_nobody_of_the_neighbours()
    {
        var mine = await Given.MemberAsync(host, SaasHost.Claret, Role.Agent);
        var theirs = await Given.MemberAsync(host, SaasHost.Matelles, Role.Agent);

        var page = await host.Visit(SaasHost.Claret, Role.Administrator).GetStringAsync("/gestion/equipe");

        Assert.Contains(mine, page, StringComparison.Ordinal);
        Assert.DoesNotContain(theirs, page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Secretary)]
    [InlineData(Role.Agent)]
    [InlineData(Role.Elected)]
    [InlineData(Role.Regisseur)]
    [InlineData(Role.Moderator)]
    public async Task Nobody_else_composes_the_team(Role role)
    {
        var answer = await host.Visit(SaasHost.Claret, role).GetAsync("/gestion/equipe");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Invitations_without_an_answer_are_listed_apart()
    {
        var email = Given.Address();
        await Given.InvitationAsync(host, SaasHost.Claret, email);

        var page = await host.Visit(SaasHost.Claret, Role.Administrator).OpenAsync("/gestion/equipe");

        Assert.Contains(page.QuerySelectorAll("section[aria-labelledby=invited] td"), cell => cell.TextContent == email);
    }
}
