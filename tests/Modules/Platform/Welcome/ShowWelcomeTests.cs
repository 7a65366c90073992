namespace Saas.Modules.Platform.Tests.Welcome;

public sealed class ShowWelcomeTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task The_platform_says_what_it_is_and_names_no_commune()
    {
        var page = await host.VisitPlatform().OpenAsync("/");

        Assert.Equal("La mairie en ligne des petites communes", page.QuerySelector("h1")?.TextContent);
        Assert.DoesNotContain("Claret", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_communes_home_page_is_its_own() =>
        Assert.Contains("Claret", await host.Visit(SaasHost.Claret).GetStringAsync("/"), StringComparison.Ordinal);
}
