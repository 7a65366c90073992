using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Accounts.Tests.Team;

public sealed class RevokeInvitationTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task A_revoked_invitation_leaves_the_list_and_its_link_is_void()
    {
        var email = Given.Address();
        var link = await Given.InvitationAsync(host, SaasHost.Claret, email);
        var administrator = host.Visit(SaasHost.Claret, Role.Administrator);

        await administrator.SubmitAsync($"/gestion/equipe/invitations/{await Given.InvitationIdAsync(host, SaasHost.Claret, email)}/annuler", "Annuler");

        Assert.DoesNotContain(email, await administrator.GetStringAsync("/gestion/equipe"), StringComparison.Ordinal);
        Assert.Null((await host.Visit(SaasHost.Claret).OpenAsync(link)).QuerySelector("#Password"));
    }

    [Fact]
    public async Task The_invitation_of_another_commune_does_not_exist()
    {
        var email = Given.Address();
        await Given.InvitationAsync(host, SaasHost.Matelles, email);

        var missing = await host.Visit(SaasHost.Claret, Role.Administrator).GetAsync($"/gestion/equipe/invitations/{await Given.InvitationIdAsync(host, SaasHost.Matelles, email)}/annuler");

        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }
}
