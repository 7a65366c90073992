using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Site.Tests.Publishing;

public sealed class PreviewContentTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task An_elected_member_reads_a_draft_before_the_public()
    {
        var page = await Given.PageAsync(host, SaasHost.Claret, published: false);

        var shown = await host.Visit(SaasHost.Claret, Role.Elected).OpenAsync($"/gestion/site/pages/{page.Id}/apercu");

        Assert.Equal(page.Title, shown.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task News_is_shown_at_the_address_of_news_only()
    {
        var item = await Given.NewsAsync(host, SaasHost.Claret);
        var browser = host.Visit(SaasHost.Claret, Role.Elected);

        Assert.Equal(item.Title, (await browser.OpenAsync($"/gestion/site/actualites/{item.Id}/apercu")).QuerySelector("h1")!.TextContent);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/gestion/site/pages/{item.Id}/apercu")).StatusCode);
    }

    [Fact]
    public async Task The_draft_of_another_commune_does_not_exist()
    {
        var page = await Given.PageAsync(host, SaasHost.Matelles, published: false);

        Assert.Equal(HttpStatusCode.NotFound, (await host.Visit(SaasHost.Claret, Role.Administrator).GetAsync($"/gestion/site/pages/{page.Id}/apercu")).StatusCode);
    }
}
