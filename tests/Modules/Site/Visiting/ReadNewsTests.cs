using System.Net;

namespace Saas.Modules.Site.Tests.Visiting;

public sealed class ReadNewsTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task Published_news_is_read_with_its_date()
    {
        var item = await Given.NewsAsync(host, SaasHost.Claret, DateTimeOffset.UtcNow.AddDays(-2));

        var page = await host.Visit(SaasHost.Claret).OpenAsync($"/actualites/{item.Slug}");

        Assert.Equal(item.Title, page.QuerySelector("h1")!.TextContent);
        Assert.NotNull(page.QuerySelector("time[itemprop=datePublished]"));
        Assert.Equal("https://schema.org/NewsArticle", page.QuerySelector("article")!.GetAttribute("itemtype"));
    }

    [Fact]
    public async Task A_draft_and_news_for_later_do_not_exist_yet()
    {
        var draft = await Given.NewsAsync(host, SaasHost.Claret);
        var later = await Given.NewsAsync(host, SaasHost.Claret, DateTimeOffset.UtcNow.AddDays(1));

        Assert.Equal(HttpStatusCode.NotFound, (await host.Visit(SaasHost.Claret).GetAsync($"/actualites/{draft.Slug}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Visit(SaasHost.Claret).GetAsync($"/actualites/{later.Slug}")).StatusCode);
    }

    [Fact]
    public async Task The_news_of_another_commune_does_not_exist()
    {
        var item = await Given.NewsAsync(host, SaasHost.Matelles, DateTimeOffset.UtcNow.AddDays(-2));

        Assert.Equal(HttpStatusCode.NotFound, (await host.Visit(SaasHost.Claret).GetAsync($"/actualites/{item.Slug}")).StatusCode);
    }
}
