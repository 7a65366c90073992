namespace Saas.Modules.Site.Tests.Visiting;

public sealed class ShowSiteMapTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task Every_page_of_the_commune_is_there()
    {
        var page = await Given.PageAsync(host, SaasHost.Claret);
        var draft = await Given.PageAsync(host, SaasHost.Claret, published: false);

        var map = await host.Visit(SaasHost.Claret).OpenAsync("/plan-du-site");

        Assert.NotNull(map.QuerySelector($"main a[href='/pages/{page.Slug}']"));
        Assert.NotNull(map.QuerySelector("main a[href='/mentions-legales']"));
        Assert.Null(map.QuerySelector($"main a[href='/pages/{draft.Slug}']"));
    }
}
