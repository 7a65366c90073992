using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Site.Tests.Writing;

public sealed class PublishNewsTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task Published_twice_it_keeps_its_first_date()
    {
        var item = await Given.NewsAsync(host, SaasHost.Claret);
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);
        var address = $"/gestion/site/actualites/{item.Id}/publication";
        var form = await browser.OpenAsync(address);

        await browser.SubmitAsync(form, address, "Publier");
        var first = (await Given.StoredNewsAsync(host, SaasHost.Claret, item.Id))!.PublishedAt;
        await browser.SubmitAsync(form, address, "Publier");

        Assert.NotNull(first);
        Assert.Equal(first, (await Given.StoredNewsAsync(host, SaasHost.Claret, item.Id))!.PublishedAt);
        Assert.Equal(HttpStatusCode.OK, (await host.Visit(SaasHost.Claret).GetAsync($"/actualites/{item.Slug}")).StatusCode);
    }

    [Fact]
    public async Task Withdrawn_it_is_a_draft_again()
    {
        var item = await Given.NewsAsync(host, SaasHost.Claret, DateTimeOffset.UtcNow.AddDays(-1));

        await host.Visit(SaasHost.Claret, Role.Administrator).SubmitAsync($"/gestion/site/actualites/{item.Id}/publication", "Retirer du site");

        Assert.Equal(HttpStatusCode.NotFound, (await host.Visit(SaasHost.Claret).GetAsync($"/actualites/{item.Slug}")).StatusCode);
    }

    [Fact]
    public async Task The_news_of_another_commune_does_not_exist()
    {
        var item = await Given.NewsAsync(host, SaasHost.Matelles);

        Assert.Equal(HttpStatusCode.NotFound, (await host.Visit(SaasHost.Claret, Role.Administrator).GetAsync($"/gestion/site/actualites/{item.Id}/publication")).StatusCode);
    }
}
