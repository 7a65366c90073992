namespace Saas.Modules.Site.Tests.Visiting;

public sealed class CommuneFrameTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task The_menu_has_seven_entries_at_most()
    {
        for (var place = 1; place <= 6; place++)
        {
            await Given.PageAsync(host, SaasHost.Matelles, menu: place);
        }

        var page = await host.Visit(SaasHost.Matelles).OpenAsync("/plan-du-site");

        var menu = page.QuerySelectorAll(".site-menu a").Select(link => link.TextContent.Trim()).ToList();
        Assert.Equal(7, menu.Count);
        Assert.Equal(["Démarches", "Actualités"], menu.Take(2));
        Assert.Equal("Contact", menu[^1]);
    }
}
