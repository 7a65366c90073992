namespace Saas.Modules.Platform.Tests.Announcing;

public sealed class ListAnnouncementsTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task What_is_shown_stands_apart_from_what_is_over()
    {
        var (shown, withdrawn) = (Given.Words(), Given.Words());
        var console = host.VisitPlatform(signedIn: true);
        await Given.AnnouncementAsync(host, shown);
        await console.SubmitAsync($"{await Given.AnnouncementAsync(host, withdrawn)}/retirer", "Retirer");

        var tables = (await console.OpenAsync("/console/annonces")).QuerySelectorAll("table");

        Assert.Contains(shown, tables[0].TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(withdrawn, tables[0].TextContent, StringComparison.Ordinal);
        Assert.Contains(withdrawn, tables[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("Retirée", tables[1].TextContent, StringComparison.Ordinal);
    }
}
