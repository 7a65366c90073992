using Saas.Modules.Site.Model;

namespace Saas.Modules.Site.Tests.Visiting;

public sealed class ShowMenusTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task This_week_stands_first_and_past_weeks_drafts_and_neighbours_stay_out()
    {
        const string Bassan = "34025";
        await host.FoundAsync(Bassan);
        var monday = CanteenWeek.MondayOf(DateOnly.FromDateTime(DateTime.UtcNow)).AddDays(7);
        var next = await Given.WeekAsync(host, Bassan, monday.AddDays(7));
        var first = await Given.WeekAsync(host, Bassan, monday);
        await Given.WeekAsync(host, Bassan, monday.AddDays(-21));
        await Given.WeekAsync(host, Bassan, monday.AddDays(14), publish: false);
        await Given.WeekAsync(host, SaasHost.Matelles, monday);

        var page = await host.Visit(Bassan).OpenAsync("/menus");

        Assert.Equal([first.WeekInWords, next.WeekInWords], page.QuerySelectorAll("main section h2").Select(title => title.TextContent));
        Assert.NotNull((await host.Visit(Bassan).OpenAsync("/")).QuerySelector("main a[href='/menus']"));
    }

    [Fact]
    public async Task Where_there_is_no_menu_the_page_says_whom_to_ask()
    {
        const string Beaulieu = "34027";
        await host.FoundAsync(Beaulieu);

        Assert.NotNull((await host.Visit(Beaulieu).OpenAsync("/menus")).QuerySelector(".empty a[href='/contact']"));
    }
}
