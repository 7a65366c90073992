using Saas.Shell.Identity;

namespace Saas.Modules.Site.Tests.Writing;

public sealed class CreateCanteenWeekTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string Address = "/gestion/site/menus/nouveau";

    [Fact]
    public async Task A_week_is_written_published_and_read_day_by_day()
    {
        var dish = Given.Word("Gratin ");
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);

        var answer = await browser.SubmitAsync(Address, "Enregistrer le brouillon", ("Semaine du", "2031-05-07"), ("Mardi", $"Salade\r\n\r\n{dish}"), ("Allergènes", "Lait mardi"));
        Assert.DoesNotContain(dish, await host.Visit(SaasHost.Claret).GetStringAsync("/menus"), StringComparison.Ordinal);
        await browser.SubmitAsync($"{answer.Headers.Location}/publication", "Publier");

        var menus = await host.Visit(SaasHost.Claret).OpenAsync("/menus");
        var tuesday = menus.QuerySelectorAll(".menus__day").Single(day => day.TextContent.Contains(dish, StringComparison.Ordinal));
        Assert.Equal("mardi 6 mai", tuesday.QuerySelector(".menus__name")!.TextContent.Replace('\u00a0', ' '));
        Assert.Equal(["Salade", dish], tuesday.QuerySelectorAll("li").Select(line => line.TextContent));
        Assert.Contains("Lait mardi", menus.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_week_without_a_dish_or_without_a_day_is_refused_and_what_was_typed_stays()
    {
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);

        var noDish = await Browser.ReadAsync(await browser.SubmitAsync(Address, "Enregistrer le brouillon", ("Semaine du", "2031-06-02"), ("Allergènes", "Lait")));
        var noDay = await Browser.ReadAsync(await browser.SubmitAsync(Address, "Enregistrer le brouillon", ("Lundi", "Soupe")));

        Assert.Contains("au moins le menu d’un jour", noDish.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Lait", noDish.QuerySelector("#Input_Allergens")!.TextContent.Trim());
        Assert.Equal("Soupe", noDay.QuerySelector("#Input_Monday")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_week_has_one_menu()
    {
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);
        await browser.SubmitAsync(Address, "Enregistrer le brouillon", ("Semaine du", "2031-09-01"), ("Lundi", "Soupe"));

        var answer = await Browser.ReadAsync(await browser.SubmitAsync(Address, "Enregistrer le brouillon", ("Semaine du", "2031-09-03"), ("Lundi", "Salade")));

        Assert.Contains("a déjà son menu", answer.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("a déjà son menu", answer.GetElementById("week-error")!.TextContent, StringComparison.Ordinal);
    }
}
