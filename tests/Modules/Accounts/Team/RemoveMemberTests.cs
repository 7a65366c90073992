using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Accounts.Tests.Team;

public sealed class RemoveMemberTests(SaasHost host) : IClassFixture<SaasHost>
{
    /// <summary>A commune of these tests alone: its administrators are counted.</summary>
    private const string Alone = "34284";

    [Fact]
    public async Task Whoever_is_removed_is_out_at_once_here_and_stays_elsewhere()
    {
        var email = await Given.MemberAsync(host, SaasHost.Claret, Role.Secretary);
        await Given.MemberAsync(host, SaasHost.Matelles, Role.Secretary, email);
        var (here, elsewhere) = (await Given.SignedInAsync(host, SaasHost.Claret, email), await Given.SignedInAsync(host, SaasHost.Matelles, email));

        await RemoveAsync(host.Visit(SaasHost.Claret, Role.Administrator), SaasHost.Claret, email);

        Assert.Equal(HttpStatusCode.SeeOther, (await here.GetAsync("/gestion")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await elsewhere.GetAsync("/gestion")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Given.SignInAsync(host.Visit(SaasHost.Claret), email)).StatusCode);
    }

    [Fact]
    public async Task The_last_administrator_stays_and_keeps_the_role()
    {
        await host.FoundAsync(Alone);
        var last = SaasHost.EmailOf(Alone, Role.Administrator);
        var administrator = host.Visit(Alone, Role.Administrator);

        var removed = await RemoveAsync(administrator, Alone, last);
        var demoted = await administrator.SubmitAsync($"/gestion/equipe/{await Given.MembershipAsync(host, Alone, last)}", "Enregistrer", ("Role", "Agent"));

        Assert.Contains("dernier administrateur", await removed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("dernier administrateur", await demoted.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(Role.Administrator, await Given.RoleAsync(host, Alone, last));
    }

    [Fact]
    public async Task The_member_of_another_commune_is_not_removed()
    {
        var email = await Given.MemberAsync(host, SaasHost.Matelles, Role.Agent);
        var theirs = await Given.MembershipAsync(host, SaasHost.Matelles, email);
        var administrator = host.Visit(SaasHost.Claret, Role.Administrator);
        var token = (await administrator.OpenAsync("/gestion/equipe/services")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        var missing = await administrator.PostAsync($"/gestion/equipe/{theirs}/retirer", ("__RequestVerificationToken", token));

        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        Assert.Equal(Role.Agent, await Given.RoleAsync(host, SaasHost.Matelles, email));
    }

    private async Task<HttpResponseMessage> RemoveAsync(Browser browser, string insee, string email) =>
        await browser.SubmitAsync($"/gestion/equipe/{await Given.MembershipAsync(host, insee, email)}/retirer", "Retirer");
}
