using System.Net;

namespace Saas.Modules.Site.Tests.Visiting;

public sealed class ShowPageTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task A_starter_page_is_there_from_the_first_day_in_the_communes_own_words()
    {
        var page = await host.Visit(SaasHost.Matelles).OpenAsync("/pages/urbanisme-et-travaux");

        Assert.Contains("règles d’urbanisme des Matelles", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_communes_own_page_takes_the_place_of_the_starter_page_in_that_commune_only()
    {
        await Given.PageAsync(host, SaasHost.Claret, slug: "numeros-utiles", body: "<p>Nos numéros à nous.</p>");

        Assert.Contains("Nos numéros à nous.", await host.Visit(SaasHost.Claret).GetStringAsync("/pages/numeros-utiles"), StringComparison.Ordinal);
        Assert.Contains("3919", await host.Visit(SaasHost.Matelles).GetStringAsync("/pages/numeros-utiles"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unpublished_page_hides_the_starter_page()
    {
        await Given.PageAsync(host, SaasHost.Claret, published: false, slug: "ecole-et-enfance");

        Assert.Equal(HttpStatusCode.NotFound, (await host.Visit(SaasHost.Claret).GetAsync("/pages/ecole-et-enfance")).StatusCode);
        Assert.DoesNotContain("/pages/ecole-et-enfance", await host.Visit(SaasHost.Claret).GetStringAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_another_commune_does_not_exist()
    {
        var page = await Given.PageAsync(host, SaasHost.Matelles);

        Assert.Equal(HttpStatusCode.NotFound, (await host.Visit(SaasHost.Claret).GetAsync($"/pages/{page.Slug}")).StatusCode);
    }

    [Fact]
    public async Task Markup_that_carries_code_never_reaches_a_visitor()
    {
        var page = await Given.PageAsync(host, SaasHost.Claret, body: "<p onclick=\"x()\">Bonjour</p><script>alert(1)</script><a href=\"javascript:x()\">ici</a>");

        var shown = await host.Visit(SaasHost.Claret).OpenAsync($"/pages/{page.Slug}");

        Assert.Equal("<p>Bonjour</p><a>ici</a>", shown.QuerySelector(".rich-text")!.InnerHtml.Trim());
    }
}
