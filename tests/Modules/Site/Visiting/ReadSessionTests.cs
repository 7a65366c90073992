using System.Net;

namespace Saas.Modules.Site.Tests.Visiting;

public sealed class ReadSessionTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task A_session_shows_its_agenda_and_what_was_examined_and_is_not_there_for_the_neighbour()
    {
        var session = await Given.SessionAsync(host, SaasHost.Claret, new DateOnly(2025, 5, 6), agenda: "<p>Budget</p>", deliberations: "<p>2025-12 Tarifs</p>");

        var page = await host.Visit(SaasHost.Claret).OpenAsync($"/conseil/seances/{session.Slug}");

        Assert.Equal("2025-05-06T19:00", page.QuerySelector("[itemprop=startDate]")!.GetAttribute("datetime"));
        Assert.Equal(["Ordre du jour", "Délibérations examinées"], page.QuerySelectorAll("main h2").Select(title => title.TextContent));
        Assert.Equal(HttpStatusCode.NotFound, (await host.Visit(SaasHost.Matelles).GetAsync($"/conseil/seances/{session.Slug}")).StatusCode);
    }

    [Fact]
    public async Task A_draft_does_not_exist_for_visitors()
    {
        var draft = await Given.SessionAsync(host, SaasHost.Claret, new DateOnly(2031, 5, 6), publish: false);

        Assert.Equal(HttpStatusCode.NotFound, (await host.Visit(SaasHost.Claret).GetAsync($"/conseil/seances/{draft.Slug}")).StatusCode);
        Assert.DoesNotContain(draft.Title, await host.Visit(SaasHost.Claret).GetStringAsync("/conseil/seances.ics"), StringComparison.Ordinal);
    }
}
