namespace Saas.Modules.Site.Tests.Visiting;

public sealed class ListNewsTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task Visitors_read_what_is_published_and_nothing_else()
    {
        var published = await Given.NewsAsync(host, SaasHost.Claret, DateTimeOffset.UtcNow.AddSeconds(-1));
        var draft = await Given.NewsAsync(host, SaasHost.Claret);
        var later = await Given.NewsAsync(host, SaasHost.Claret, DateTimeOffset.UtcNow.AddDays(2));
        var neighbours = await Given.NewsAsync(host, SaasHost.Matelles, DateTimeOffset.UtcNow.AddSeconds(-1));

        var page = await host.Visit(SaasHost.Claret).GetStringAsync("/actualites");

        Assert.Contains(published.Title, page, StringComparison.Ordinal);
        Assert.DoesNotContain(draft.Title, page, StringComparison.Ordinal);
        Assert.DoesNotContain(later.Title, page, StringComparison.Ordinal);
        Assert.DoesNotContain(neighbours.Title, page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("9999")]
    [InlineData("mardi")]
    public async Task Whatever_the_address_asks_for_is_a_page_that_exists(string number)
    {
        var page = await host.Visit(SaasHost.Claret).OpenAsync($"/actualites?page={number}");

        Assert.Equal("Actualités", page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task The_second_page_goes_on_where_the_first_ends()
    {
        for (var i = 0; i < 12; i++)
        {
            await Given.NewsAsync(host, SaasHost.Matelles, DateTimeOffset.UtcNow.AddMinutes(-i - 1));
        }

        var browser = host.Visit(SaasHost.Matelles);
        var first = (await browser.OpenAsync("/actualites")).QuerySelectorAll(".news-card h3").Select(title => title.TextContent).ToList();
        var second = (await browser.OpenAsync("/actualites?page=2")).QuerySelectorAll(".news-card h3").Select(title => title.TextContent).ToList();

        Assert.Equal(10, first.Count);
        Assert.NotEmpty(second);
        Assert.Empty(first.Intersect(second));
    }
}
