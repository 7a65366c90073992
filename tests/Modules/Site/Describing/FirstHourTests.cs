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
}
