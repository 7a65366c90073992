using System.Net;
using Ical.Net;

namespace Saas.Modules.Site.Tests.Visiting;

public sealed class FollowRoundsTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task Days_of_collection_are_followed_with_those_that_moved()
    {
        var round = await Given.RoundAsync(host, SaasHost.Claret, new DateOnly(2031, 12, 4), exceptions: "11/12/2031 → 12/12/2031\n18/12/2031");
        var neighbours = await Given.RoundAsync(host, SaasHost.Matelles, new DateOnly(2031, 12, 4));

        var feed = Calendar.Load(await host.Visit(SaasHost.Claret).GetStringAsync("/collecte/flux/tout.ics"))!;

        var days = feed.Events.Where(found => found.Summary == round.Title).Select(found => found.DtStart!.Date).Order().Take(3);
        Assert.Equal([new DateOnly(2031, 12, 4), new DateOnly(2031, 12, 12), new DateOnly(2031, 12, 25)], days);
        Assert.Equal(feed.Events.Count, feed.Events.Select(found => found.Uid).Distinct().Count());
        Assert.DoesNotContain(feed.Events, found => found.Summary == neighbours.Title);
    }

    [Fact]
    public async Task A_part_nobody_knows_does_not_exist() =>
        Assert.Equal(HttpStatusCode.NotFound, (await host.Visit(SaasHost.Claret).GetAsync("/collecte/flux/inconnu.ics")).StatusCode);
}
