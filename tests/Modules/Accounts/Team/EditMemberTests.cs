using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Accounts.Tests.Team;

public sealed class EditMemberTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task A_new_role_counts_at_the_next_page()
    {
        var email = await Given.MemberAsync(host, SaasHost.Claret, Role.Elected);
        var colleague = await Given.SignedInAsync(host, SaasHost.Claret, email);
        var before = await colleague.GetAsync("/gestion/reglages");

        await host.Visit(SaasHost.Claret, Role.Administrator).SubmitAsync($"/gestion/equipe/{await Given.MembershipAsync(host, SaasHost.Claret, email)}", "Enregistrer", ("Role", "Secretary"));

        Assert.Equal(HttpStatusCode.Forbidden, before.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await colleague.GetAsync("/gestion/reglages")).StatusCode);
    }

    [Fact]
    public async Task Without_a_role_nothing_changes()
    {
        var email = await Given.MemberAsync(host, SaasHost.Claret, Role.Agent);

        var answer = await host.Visit(SaasHost.Claret, Role.Administrator).SubmitAsync($"/gestion/equipe/{await Given.MembershipAsync(host, SaasHost.Claret, email)}", "Enregistrer", ("Role", "Operator"));

        Assert.Contains("Choisissez un rôle", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(Role.Agent, await Given.RoleAsync(host, SaasHost.Claret, email));
    }

    [Fact]
    public async Task The_member_of_another_commune_does_not_exist()
    {
        var theirs = await Given.MembershipAsync(host, SaasHost.Matelles, await Given.MemberAsync(host, SaasHost.Matelles, Role.Agent));

        var missing = await host.Visit(SaasHost.Claret, Role.Administrator).GetAsync($"/gestion/equipe/{theirs}");

        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }
}
