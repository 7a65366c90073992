using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Accounts.Tests.Team;

public sealed class ResendInvitationTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task A_new_link_leaves_and_the_one_before_is_void()
    {
        var email = Given.Address();
        var before = await Given.InvitationAsync(host, SaasHost.Claret, email);

        await host.Visit(SaasHost.Claret, Role.Administrator).SubmitAsync($"/gestion/equipe/invitations/{await Given.InvitationIdAsync(host, SaasHost.Claret, email)}/renvoyer", "Renvoyer");

        var after = await Given.LinkAsync(host, SaasHost.Claret, email);
        Assert.NotEqual(before, after);
        Assert.Null((await host.Visit(SaasHost.Claret).OpenAsync(before)).QuerySelector("#Password"));
        Assert.NotNull((await host.Visit(SaasHost.Claret).OpenAsync(after)).QuerySelector("#Password"));
    }

    [Fact]
    public async Task The_invitation_of_another_commune_does_not_exist()
    {
        var email = Given.Address();
        await Given.InvitationAsync(host, SaasHost.Matelles, email);

        var missing = await host.Visit(SaasHost.Claret, Role.Administrator).GetAsync($"/gestion/equipe/invitations/{await Given.InvitationIdAsync(host, SaasHost.Matelles, email)}/renvoyer");

        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }
}
