using System.Net;
using Ical.Net;
using Saas.Modules.Site.Model;

namespace Saas.Modules.Site.Tests.Visiting;

public sealed class ShowFeedTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task A_rubric_is_followed_from_another_agenda_in_the_communes_time_zone()
    {
        var market = await Given.EventAsync(host, SaasHost.Claret, new DateOnly(2031, 5, 3), EventCategory.Market);
        var council = await Given.EventAsync(host, SaasHost.Claret, new DateOnly(2031, 5, 4), EventCategory.Council);

        var feed = Calendar.Load(await host.Visit(SaasHost.Claret).GetStringAsync("/agenda/flux/marches-et-brocantes.ics"))!;

        var read = feed.Events.Single(happening => happening.Summary == market.Title);
        Assert.Equal("Europe/Paris", read.DtStart!.TzId);
        Assert.Equal(new DateTime(2031, 5, 3, 10, 0, 0), read.DtStart.Value);
        Assert.DoesNotContain(feed.Events, happening => happening.Summary == council.Title);
    }

    [Fact]
    public async Task A_rubric_nobody_knows_does_not_exist() =>
        Assert.Equal(HttpStatusCode.NotFound, (await host.Visit(SaasHost.Claret).GetAsync("/agenda/flux/inconnue.ics")).StatusCode);
}
