namespace Saas.Modules.Site.Tests.Visiting;

public sealed class ListAddressesTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task Every_public_address_is_listed_and_no_other()
    {
        var item = await Given.NewsAsync(host, SaasHost.Claret, DateTimeOffset.UtcNow.AddMinutes(-1));
        var draft = await Given.NewsAsync(host, SaasHost.Claret);

        var answer = await host.Visit(SaasHost.Claret).GetAsync("/sitemap.xml");

        Assert.Equal("application/xml", answer.Content.Headers.ContentType?.MediaType);
        var xml = await answer.Content.ReadAsStringAsync();
        Assert.Contains($"<loc>https://claret.parvis.localhost/actualites/{item.Slug}</loc>", xml, StringComparison.Ordinal);
        Assert.DoesNotContain(draft.Slug, xml, StringComparison.Ordinal);
    }
}
