using Saas.Modules.Site.Model;

namespace Saas.Modules.Site.Tests.Visiting;

[Collection("town hall")]
public sealed class ShowContactTests(SaasHost host)
{
    [Fact]
    public async Task Visitors_find_how_to_reach_the_town_hall_and_when()
    {
        await Given.TownHallAsync(host, SaasHost.Claret, Given.OpenOnWeekdays with
        {
            Closures = [new Closure(new DateOnly(2026, 11, 27), new DateOnly(2026, 11, 28), "formation")],
        });
        using var node = host.AnotherNode(clock: new StillClock(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero)));

        var page = await host.Visit(node, SaasHost.Claret).OpenAsync("/contact");

        Assert.Equal("tel:+33465711020", page.QuerySelector("main a[href^='tel:+33']")!.GetAttribute("href"));
        Assert.Equal("Claret", page.QuerySelector("[itemtype='https://schema.org/GovernmentOffice'] [itemprop=address] [itemprop=addressLocality]")!.TextContent);
        Assert.Contains("aujourd’hui", page.QuerySelector(".hours .is-today")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("du vendredi 27 novembre 2026 au samedi 28 novembre 2026 : formation", page.QuerySelector("main")!.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Contains("vendredi 25 décembre 2026 : Noël", page.QuerySelector("main")!.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_a_public_holiday_todays_line_does_not_say_open()
    {
        await Given.TownHallAsync(host, SaasHost.Claret, Given.OpenOnWeekdays);
        using var node = host.AnotherNode(clock: new StillClock(new DateTimeOffset(2026, 11, 11, 9, 0, 0, TimeSpan.Zero)));

        var page = await host.Visit(node, SaasHost.Claret).OpenAsync("/contact");

        Assert.Contains("fermé exceptionnellement", page.QuerySelector(".hours .is-today")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hours_nobody_has_said_are_not_invented()
    {
        await Given.PreparingCommuneAsync(host, "34014");

        var page = await host.Visit("34014").OpenAsync("/contact");

        Assert.Null(page.QuerySelector(".hours"));
        Assert.DoesNotContain("Téléphonez", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Fermé", page.Body!.TextContent, StringComparison.Ordinal);
    }
}
