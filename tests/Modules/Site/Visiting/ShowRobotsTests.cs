namespace Saas.Modules.Site.Tests.Visiting;

public sealed class ShowRobotsTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task Search_engines_read_an_open_site_but_not_its_back_office()
    {
        var text = await host.Visit(SaasHost.Claret).GetStringAsync("/robots.txt");

        Assert.Contains("Disallow: /gestion", text, StringComparison.Ordinal);
        Assert.Contains("Sitemap: https://claret.parvis.localhost/sitemap.xml", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task They_read_nothing_of_a_site_being_prepared()
    {
        await Given.PreparingCommuneAsync(host, "34014");

        Assert.Equal("User-agent: *\nDisallow: /\n", await host.Visit("34014").GetStringAsync("/robots.txt"));
    }
}
