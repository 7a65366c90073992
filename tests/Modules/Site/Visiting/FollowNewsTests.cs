using System.Xml.Linq;

namespace Saas.Modules.Site.Tests.Visiting;

public sealed class FollowNewsTests(SaasHost host) : IClassFixture<SaasHost>
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task A_feed_reader_gets_what_is_published_the_latest_first_and_nothing_else()
    {
        var older = await Given.NewsAsync(host, SaasHost.Claret, DateTimeOffset.UtcNow.AddSeconds(-3));
        var latest = await Given.NewsAsync(host, SaasHost.Claret, DateTimeOffset.UtcNow.AddSeconds(-1));
        var draft = await Given.NewsAsync(host, SaasHost.Claret);
        var neighbours = await Given.NewsAsync(host, SaasHost.Matelles, DateTimeOffset.UtcNow.AddSeconds(-1));

        var answer = await host.Visit(SaasHost.Claret).GetAsync("/actualites/flux.atom");

        var titles = Read(await answer.Content.ReadAsStringAsync()).Elements(Atom + "entry").Select(entry => entry.Element(Atom + "title")!.Value).ToList();
        Assert.Equal("application/atom+xml", answer.Content.Headers.ContentType?.MediaType);
        Assert.True(titles.IndexOf(latest.Title) < titles.IndexOf(older.Title), string.Join(", ", titles));
        Assert.Contains(older.Title, titles);
        Assert.DoesNotContain(draft.Title, titles);
        Assert.DoesNotContain(neighbours.Title, titles);
    }

    [Fact]
    public async Task An_entry_leads_to_its_page_and_keeps_its_identifier()
    {
        var news = await Given.NewsAsync(host, SaasHost.Claret, DateTimeOffset.UtcNow.AddSeconds(-1));

        var entry = Read(await host.Visit(SaasHost.Claret).GetStringAsync("/actualites/flux.atom")).Elements(Atom + "entry").Single(entry => entry.Element(Atom + "title")!.Value == news.Title);

        Assert.Equal($"urn:uuid:{news.Id}", entry.Element(Atom + "id")!.Value);
        Assert.Equal($"https://claret.parvis.localhost{news.Address}", entry.Element(Atom + "link")!.Attribute("href")!.Value);
        Assert.True(DateTimeOffset.Parse(entry.Element(Atom + "updated")!.Value, System.Globalization.CultureInfo.InvariantCulture) >= news.PublishedAt!.Value.AddSeconds(-1));
    }

    [Fact]
    public async Task Pages_of_news_tell_readers_of_feeds_and_those_who_share_them()
    {
        var news = await Given.NewsAsync(host, SaasHost.Claret, DateTimeOffset.UtcNow.AddSeconds(-1));

        var page = await host.Visit(SaasHost.Claret).OpenAsync(news.Address);

        Assert.Equal("/actualites/flux.atom", page.QuerySelector("link[rel=alternate][type='application/atom+xml']")!.GetAttribute("href"));
        Assert.Equal(news.Title, page.QuerySelector("meta[property='og:title']")!.GetAttribute("content"));
        Assert.Equal("article", page.QuerySelector("meta[property='og:type']")!.GetAttribute("content"));
        Assert.Equal("Claret", page.QuerySelector("meta[property='og:site_name']")!.GetAttribute("content"));
    }

    [Fact]
    public async Task A_commune_without_news_has_an_empty_feed()
    {
        const string Insee = "34335";
        await host.FoundAsync(Insee);

        Assert.Empty(Read(await host.Visit(Insee).GetStringAsync("/actualites/flux.atom")).Elements(Atom + "entry"));
    }

    private static XElement Read(string feed) => XDocument.Parse(feed).Root!;
}
