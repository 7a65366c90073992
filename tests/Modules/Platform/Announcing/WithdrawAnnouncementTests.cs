using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Platform.Tests.Announcing;

public sealed class WithdrawAnnouncementTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task A_withdrawn_announcement_leaves_every_page_and_can_be_brought_back_by_one_click()
    {
        var text = Given.Words();
        var address = await Given.AnnouncementAsync(host, text);
        var (console, secretary) = (host.VisitPlatform(signedIn: true), host.Visit(SaasHost.Matelles, Role.Secretary));

        var list = await console.FollowAsync(await console.SubmitAsync($"{address}/retirer", "Retirer"));

        Assert.DoesNotContain(text, await secretary.GetStringAsync("/gestion"), StringComparison.Ordinal);
        Assert.Equal($"{address}/retablir", list.QuerySelector(".message form")!.GetAttribute("action"));
        await console.SubmitAsync(list, "/console/annonces", "Annuler");
        Assert.Contains(text, await secretary.GetStringAsync("/gestion"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Withdrawing_twice_is_withdrawing_once()
    {
        var text = Given.Words();
        var address = await Given.AnnouncementAsync(host, text);
        var console = host.VisitPlatform(signedIn: true);
        var page = await console.OpenAsync($"{address}/retirer");
        await console.SubmitAsync(page, $"{address}/retirer", "Retirer");

        var again = await console.SubmitAsync(page, $"{address}/retirer", "Retirer");

        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Single((await console.OpenAsync($"/console/journal?q={text}")).QuerySelectorAll(".audit-sentence"), entry => entry.TextContent.Contains("a retiré", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_that_does_not_exist_is_not_withdrawn() =>
        Assert.Equal(HttpStatusCode.NotFound, await Given.StatusAsync(host.VisitPlatform(signedIn: true), $"/console/annonces/{Guid.NewGuid()}/retirer"));
}
