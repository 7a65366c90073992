using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Platform.Tests.Watching;

public sealed class ListStuckJobsTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task Work_that_nobody_does_is_shown_and_tried_again_when_the_operator_says_so()
    {
        var kind = await Given.StuckJobAsync(host, SaasHost.Claret);
        var console = host.VisitPlatform(signedIn: true);

        var before = await console.OpenAsync("/console/travaux?tri=travail");
        await console.SubmitAsync(before, "/console/travaux?tri=travail", $"Relancer {kind}");

        Assert.Contains(kind, before.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(kind, (await console.OpenAsync("/console/travaux")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await Given.AttemptsAsync(host, kind));
    }

    [Fact]
    public async Task Work_that_a_node_is_doing_is_left_to_it()
    {
        var kind = await Given.StuckJobAsync(host, SaasHost.Claret, claimed: true);
        var console = host.VisitPlatform(signedIn: true);

        var said = await console.FollowAsync(await console.SubmitAsync("/console/travaux?tri=travail", $"Relancer {kind}"));

        Assert.Contains("en cours en ce moment", said.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(7, await Given.AttemptsAsync(host, kind));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x y z")]
    public async Task A_name_that_is_none_of_ours_is_unknown(string key)
    {
        await Given.StuckJobAsync(host, SaasHost.Claret);
        var console = host.VisitPlatform(signedIn: true);
        var token = (await console.OpenAsync("/console/travaux")).QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        Assert.Equal(HttpStatusCode.NotFound, (await console.PostAsync("/console/travaux", ("Relaunch", key), ("__RequestVerificationToken", token))).StatusCode);
    }

    [Fact]
    public async Task Nobody_else_sees_it()
    {
        Assert.Equal(HttpStatusCode.SeeOther, await Given.StatusAsync(host.VisitPlatform(), "/console/travaux"));
        Assert.Equal(HttpStatusCode.NotFound, await Given.StatusAsync(host.Visit(SaasHost.Claret, Role.Administrator), "/console/travaux"));
    }
}
