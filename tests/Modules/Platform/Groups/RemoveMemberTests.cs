using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Platform.Tests.Groups;

public sealed class RemoveMemberTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task A_commune_leaves_the_group_keeps_its_site_and_can_be_put_back_at_once()
    {
        var group = await Given.GroupAsync(host, members: [SaasHost.Claret, "34131"]);
        var console = host.VisitPlatform(signedIn: true);

        var page = await console.FollowAsync(await console.SubmitAsync($"/console/groupes/{group.Id}/membres/{SaasHost.Claret}/retirer", "Retirer du groupe"));

        Assert.Contains("Claret ne fait plus partie du groupe.", page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["34131"], await Given.MembersAsync(host, group.Id));
        Assert.Equal(HttpStatusCode.OK, await Given.StatusAsync(host.Visit(SaasHost.Claret), "/"));
        Assert.Contains("a retiré Claret des membres", await console.GetStringAsync($"/console/journal?site={group.Id}"), StringComparison.Ordinal);

        await console.SubmitAsync(page, $"/console/groupes/{group.Id}", "Annuler");

        Assert.Equal([SaasHost.Claret, "34131"], await Given.MembersAsync(host, group.Id));
    }

    [Fact]
    public async Task A_double_click_removes_it_once()
    {
        var group = await Given.GroupAsync(host, members: [SaasHost.Claret]);
        var console = host.VisitPlatform(signedIn: true);
        var address = $"/console/groupes/{group.Id}/membres/{SaasHost.Claret}/retirer";
        var form = await console.OpenAsync(address);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => console.SubmitAsync(form, address, "Retirer du groupe")));

        Assert.All(answers, answer => Assert.Equal($"/console/groupes/{group.Id}", answer.Headers.Location?.ToString()));
        var journal = await console.OpenAsync($"/console/journal?site={group.Id}");
        Assert.Single(journal.QuerySelectorAll(".audit-sentence"), entry => entry.TextContent.Contains("a retiré Claret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_commune_that_is_no_member_cannot_leave_and_nobody_else_removes_one()
    {
        var group = await Given.GroupAsync(host, members: [SaasHost.Claret]);

        Assert.Equal(HttpStatusCode.NotFound, await Given.StatusAsync(host.VisitPlatform(signedIn: true), $"/console/groupes/{group.Id}/membres/{SaasHost.Matelles}/retirer"));
        Assert.Equal(HttpStatusCode.SeeOther, await Given.StatusAsync(host.VisitPlatform(), $"/console/groupes/{group.Id}/membres/{SaasHost.Claret}/retirer"));
        Assert.Equal(HttpStatusCode.NotFound, await Given.StatusAsync(host.Visit(SaasHost.Claret, Role.Administrator), $"/console/groupes/{group.Id}/membres/{SaasHost.Claret}/retirer"));
    }
}
