using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Site.Tests.Writing;

public sealed class EditCanteenWeekTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task A_dish_that_changes_is_on_the_site_at_once_and_among_the_versions()
    {
        var week = await Given.WeekAsync(host, SaasHost.Claret, new DateOnly(2031, 10, 6));
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);
        var dish = Given.Word("Omelette ");

        await browser.SubmitAsync($"/gestion/site/menus/{week.Id}", "Enregistrer", ("Mardi", dish));

        Assert.Contains(dish, await host.Visit(SaasHost.Claret).GetStringAsync("/menus"), StringComparison.Ordinal);
        Assert.Contains(dish, (await browser.OpenAsync($"/gestion/site/menus/{week.Id}/versions/1")).QuerySelector(".facts ins")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_menu_of_another_commune_does_not_exist()
    {
        var week = await Given.WeekAsync(host, SaasHost.Matelles, new DateOnly(2031, 5, 5));

        Assert.Equal(HttpStatusCode.NotFound, (await host.Visit(SaasHost.Claret, Role.Administrator).GetAsync($"/gestion/site/menus/{week.Id}")).StatusCode);
    }
}
