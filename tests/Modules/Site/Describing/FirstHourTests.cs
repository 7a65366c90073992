using Saas.Shell.Identity;

namespace Saas.Modules.Site.Tests.Describing;

public sealed class FirstHourTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task The_first_day_shows_what_to_do_first()
    {
        await Given.PreparingCommuneAsync(host, "34014");

        var today = await host.Visit("34014", Role.Administrator).OpenAsync("/gestion");

        Assert.Contains("Indiquer les horaires d’ouverture", today.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(today.QuerySelector("main a[href='/gestion/reglages/ouverture']"));
    }

    [Fact]
    public async Task A_step_that_is_done_is_ticked_and_stays_until_all_are()
    {
        await Given.PreparingCommuneAsync(host, "34142");
        await Given.TownHallAsync(host, "34142", Given.OpenOnWeekdays);

        var today = await host.Visit("34142", Role.Administrator).OpenAsync("/gestion");

        var hours = today.QuerySelectorAll(".checklist li").Single(step => step.TextContent.Contains("horaires d’ouverture", StringComparison.Ordinal));
        Assert.Equal("is-done", hours.ClassName);
        Assert.Null(hours.QuerySelector("a"));
        Assert.Equal("3", today.QuerySelector("main progress")!.GetAttribute("value"));
    }
}
