namespace Saas.Modules.Site.Tests.Visiting;

public sealed class ListRoundsTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task One_part_of_the_commune_sees_its_rounds_and_those_of_all()
    {
        const string Bedarieux = "34028";
        await host.FoundAsync(Bedarieux);
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var everywhere = await Given.RoundAsync(host, Bedarieux, today.AddDays(2));
        var north = await Given.RoundAsync(host, Bedarieux, today.AddDays(1), place: "Quartier nord");
        var south = await Given.RoundAsync(host, Bedarieux, today.AddDays(1), place: "Quartier sud");
        var draft = await Given.RoundAsync(host, Bedarieux, today.AddDays(1), publish: false);
        var over = await Given.RoundAsync(host, Bedarieux, today.AddYears(-2));
        var neighbours = await Given.RoundAsync(host, SaasHost.Matelles, today.AddDays(1));

        var page = await host.Visit(Bedarieux).OpenAsync("/collecte?quartier=quartier-nord");

        Assert.Equal([north.Title, everywhere.Title], page.QuerySelectorAll("section[aria-labelledby=prochaines] h3").Select(title => title.TextContent).Take(2));
        Assert.All([south, draft, over, neighbours], other => Assert.DoesNotContain(other.Title, page.Body!.TextContent, StringComparison.Ordinal));
        Assert.Equal("/collecte/flux/quartier-nord.ics", page.QuerySelector("main a[href$='.ics']")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Where_nothing_is_collected_the_page_says_whom_to_ask()
    {
        const string Berlou = "34030";
        await host.FoundAsync(Berlou);

        Assert.NotNull((await host.Visit(Berlou).OpenAsync("/collecte?quartier=inconnu")).QuerySelector(".empty a[href='/contact']"));
    }
}
