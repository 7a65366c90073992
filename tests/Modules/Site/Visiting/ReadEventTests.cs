using System.Net;

namespace Saas.Modules.Site.Tests.Visiting;

public sealed class ReadEventTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task An_event_says_when_and_where_and_is_not_there_for_the_neighbour()
    {
        var happening = await Given.EventAsync(host, SaasHost.Claret, new DateOnly(2031, 5, 3));

        var page = await host.Visit(SaasHost.Claret).OpenAsync($"/agenda/{happening.Slug}");

        Assert.Contains("samedi 3 mai 2031", page.QuerySelector(".facts")!.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Equal("https://schema.org/Event", page.QuerySelector("article")!.GetAttribute("itemtype"));
        Assert.Equal("2031-05-03T10:00", page.QuerySelector("[itemprop=startDate]")!.GetAttribute("content"));
        Assert.Equal("2031-05-03T12:00", page.QuerySelector("[itemprop=endDate]")!.GetAttribute("content"));
        Assert.Equal(HttpStatusCode.NotFound, (await host.Visit(SaasHost.Matelles).GetAsync($"/agenda/{happening.Slug}")).StatusCode);
    }

    [Fact]
    public async Task A_draft_does_not_exist_for_visitors()
    {
        var draft = await Given.EventAsync(host, SaasHost.Claret, new DateOnly(2031, 5, 3), publish: false);

        Assert.Equal(HttpStatusCode.NotFound, (await host.Visit(SaasHost.Claret).GetAsync($"/agenda/{draft.Slug}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Visit(SaasHost.Claret).GetAsync($"/agenda/{draft.Slug}/rendez-vous.ics")).StatusCode);
    }
}
