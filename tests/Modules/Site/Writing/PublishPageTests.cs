using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Site.Tests.Writing;

public sealed class PublishPageTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task A_page_is_published_then_withdrawn()
    {
        var page = await Given.PageAsync(host, SaasHost.Claret, published: false);
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);

        await browser.SubmitAsync($"/gestion/site/pages/{page.Id}/publication", "Publier");
        Assert.Equal(HttpStatusCode.OK, (await host.Visit(SaasHost.Claret).GetAsync($"/pages/{page.Slug}")).StatusCode);

        await browser.SubmitAsync($"/gestion/site/pages/{page.Id}/publication", "Retirer du site");
        Assert.Equal(HttpStatusCode.NotFound, (await host.Visit(SaasHost.Claret).GetAsync($"/pages/{page.Slug}")).StatusCode);
    }

    [Fact]
    public async Task A_double_click_publishes_and_does_not_withdraw()
    {
        var page = await Given.PageAsync(host, SaasHost.Claret, published: false);
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);
        var address = $"/gestion/site/pages/{page.Id}/publication";
        var form = await browser.OpenAsync(address);

        await browser.SubmitAsync(form, address, "Publier");
        await browser.SubmitAsync(form, address, "Publier");

        Assert.True((await Given.StoredPageAsync(host, SaasHost.Claret, page.Id))!.Published);
    }

    [Fact]
    public async Task An_empty_page_is_not_published()
    {
        var page = await Given.PageAsync(host, SaasHost.Claret, published: false, body: "");

        var answer = await Browser.ReadAsync(await host.Visit(SaasHost.Claret, Role.Administrator).SubmitAsync($"/gestion/site/pages/{page.Id}/publication", "Publier"));

        Assert.Contains("La page est vide", answer.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_another_commune_does_not_exist()
    {
        var page = await Given.PageAsync(host, SaasHost.Matelles, published: false);

        Assert.Equal(HttpStatusCode.NotFound, (await host.Visit(SaasHost.Claret, Role.Administrator).GetAsync($"/gestion/site/pages/{page.Id}/publication")).StatusCode);
    }
}
