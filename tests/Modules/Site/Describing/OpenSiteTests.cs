using Saas.Shell.Identity;
using Saas.Shell.Tenancy;

namespace Saas.Modules.Site.Tests.Describing;

[Collection("town hall")]
public sealed class OpenSiteTests(SaasHost host)
{
    private const string Address = "/gestion/reglages/ouverture";

    [Fact]
    public async Task A_site_without_telephone_does_not_open_and_says_what_is_missing()
    {
        await Given.PreparingCommuneAsync(host, "34014");

        var page = await Browser.ReadAsync(await host.Visit("34014", Role.Administrator).SubmitAsync(Address, "Ouvrir le site"));

        Assert.Contains("Indiquez le téléphone", page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(TenantState.Preparing, host.Tenant("34014").State);
    }

    [Fact]
    public async Task A_site_that_is_ready_opens_once_however_often_one_clicks()
    {
        await Given.PreparingCommuneAsync(host, "34066");
        await Given.TownHallAsync(host, "34066", Given.OpenOnWeekdays);
        var browser = host.Visit("34066", Role.Administrator);
        var form = await browser.OpenAsync(Address);

        await browser.SubmitAsync(form, Address, "Ouvrir le site");
        var second = await browser.SubmitAsync(form, Address, "Ouvrir le site");

        Assert.Equal(TenantState.Open, host.Tenant("34066").State);
        Assert.Equal("Le site est ouvert", (await browser.FollowAsync(second)).QuerySelector("h1")!.TextContent);
    }
}
