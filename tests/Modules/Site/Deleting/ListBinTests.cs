using Saas.Shell.Identity;

namespace Saas.Modules.Site.Tests.Deleting;

public sealed class ListBinTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task The_bin_shows_what_this_commune_threw_away_and_nothing_else()
    {
        var thrown = await Given.PageAsync(host, SaasHost.Claret);
        var neighbours = await Given.NewsAsync(host, SaasHost.Matelles);
        var kept = await Given.PageAsync(host, SaasHost.Claret);
        await Given.ChangedAsync(host, SaasHost.Claret, thrown.Id, content => content.ThrowAway(DateTimeOffset.UtcNow));
        await Given.ChangedAsync(host, SaasHost.Matelles, neighbours.Id, content => content.ThrowAway(DateTimeOffset.UtcNow));

        var bin = (await host.Visit(SaasHost.Claret, Role.Administrator).OpenAsync("/gestion/site/corbeille")).QuerySelector("main")!.TextContent;

        Assert.Contains(thrown.Title, bin, StringComparison.Ordinal);
        Assert.DoesNotContain(kept.Title, bin, StringComparison.Ordinal);
        Assert.DoesNotContain(neighbours.Title, bin, StringComparison.Ordinal);
    }
}
