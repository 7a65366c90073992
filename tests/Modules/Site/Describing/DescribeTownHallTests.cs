using Saas.Modules.Site.Model;
using Saas.Shell.Identity;

namespace Saas.Modules.Site.Tests.Describing;

[Collection("town hall")]
public sealed class DescribeTownHallTests(SaasHost host)
{
    private const string Address = "/gestion/reglages/mairie";

    [Fact]
    public async Task What_the_secretary_says_is_on_the_site_at_once()
    {
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);

        var answer = await browser.SubmitAsync(
            Address,
            "Enregistrer",
            ("Téléphone", "0465719999"),
            ("Adresse e-mail", "accueil@claret.test"),
            ("Input.Week[0].MorningFrom", "9h"),
            ("Input.Week[0].MorningTo", "12 h 30"),
            ("Input.Week[0].AfternoonFrom", ""),
            ("Input.Week[0].AfternoonTo", ""));

        Assert.Equal(Address, answer.Headers.Location?.ToString());
        var contact = await host.Visit(SaasHost.Claret).OpenAsync("/contact");
        Assert.Contains("04 65 71 99 99", contact.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("9 h – 12 h 30", contact.QuerySelector(".hours")!.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_error_is_beside_its_field_and_what_was_typed_is_kept()
    {
        await Given.TownHallAsync(host, SaasHost.Claret, Given.OpenOnWeekdays);

        var answer = await host.Visit(SaasHost.Claret, Role.Administrator).SubmitAsync(
            Address,
            "Enregistrer",
            ("Téléphone", "12"),
            ("Code postal", "34"),
            ("Input.Week[1].MorningFrom", "midi"),
            ("Input.Week[2].MorningTo", ""),
            ("Input.Week[3].AfternoonFrom", "11:00"));

        var page = await Browser.ReadAsync(answer);
        Assert.Contains("dix chiffres", page.QuerySelector("#telephone-error")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("cinq chiffres", page.QuerySelector("#postal-error")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Mardi matin", page.QuerySelector("#morning-1-error")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("heure de fermeture", page.QuerySelector("#morning-2-error")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("après la fermeture du matin", page.QuerySelector("#afternoon-3-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("midi", page.QuerySelector("[name='Input.Week[1].MorningFrom']")!.GetAttribute("value"));
        Assert.Equal(Given.OpenOnWeekdays.Telephone, (await Given.TownHallAsync(host, SaasHost.Claret)).Telephone);
    }

    [Fact]
    public async Task Two_people_at_once_the_second_is_told_and_keeps_what_was_typed()
    {
        await Given.TownHallAsync(host, SaasHost.Claret, Given.OpenOnWeekdays);
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);
        var open = await browser.OpenAsync(Address);
        await host.Visit(SaasHost.Claret, Role.Administrator).SubmitAsync(Address, "Enregistrer", ("Téléphone", "0465710002"));

        var shown = await Browser.ReadAsync(await browser.SubmitAsync(open, Address, "Enregistrer", [("Téléphone", "0465710003")]));

        Assert.Contains("Quelqu’un d’autre vient de modifier", shown.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("0465710003", shown.QuerySelector("[name='Input.Telephone']")!.GetAttribute("value"));
        Assert.Equal("04 65 71 00 02", (await Given.TownHallAsync(host, SaasHost.Claret)).Telephone);
    }

    [Fact]
    public async Task A_closure_is_added_and_removed()
    {
        await Given.TownHallAsync(host, SaasHost.Claret, Given.OpenOnWeekdays);
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);

        await browser.SubmitAsync(Address, "Enregistrer", ("Input.Closures[0].From", "2026-12-24"), ("Input.Closures[0].Reason", "Noël"));
        Assert.Equal([new Closure(new DateOnly(2026, 12, 24), new DateOnly(2026, 12, 24), "Noël")], (await Given.TownHallAsync(host, SaasHost.Claret)).Closures);

        await browser.SubmitAsync(Address, "Enregistrer", ("Input.Closures[0].From", ""), ("Input.Closures[0].Reason", ""));
        Assert.Empty((await Given.TownHallAsync(host, SaasHost.Claret)).Closures);
    }

    [Fact]
    public async Task The_neighbours_town_hall_is_untouched()
    {
        await Given.TownHallAsync(host, SaasHost.Matelles, Given.OpenOnWeekdays with { Telephone = "04 65 71 20 30" });

        await host.Visit(SaasHost.Claret, Role.Administrator).SubmitAsync(Address, "Enregistrer", ("Téléphone", "0465710001"));

        Assert.Equal("04 65 71 20 30", (await Given.TownHallAsync(host, SaasHost.Matelles)).Telephone);
    }
}
