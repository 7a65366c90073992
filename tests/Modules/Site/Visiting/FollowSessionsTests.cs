using Ical.Net;

namespace Saas.Modules.Site.Tests.Visiting;

public sealed class FollowSessionsTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task Sessions_are_followed_from_another_agenda_in_the_communes_time_zone()
    {
        var session = await Given.SessionAsync(host, SaasHost.Claret, new DateOnly(2031, 5, 6));
        var neighbours = await Given.SessionAsync(host, SaasHost.Matelles, new DateOnly(2031, 5, 6));

        var feed = Calendar.Load(await host.Visit(SaasHost.Claret).GetStringAsync("/conseil/seances.ics"))!;

        var read = feed.Events.Single(found => found.Summary == session.Title);
        Assert.Equal(new DateTime(2031, 5, 6, 19, 0, 0), read.DtStart!.Value);
        Assert.EndsWith($"/conseil/seances/{session.Slug}", read.Url!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(feed.Events, found => found.Summary == neighbours.Title);
    }
}
