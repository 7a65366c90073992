using Microsoft.Extensions.DependencyInjection;
using Saas.Shell.Identity;
using Saas.Shell.Settings;

namespace Saas.Modules.Site.Tests.Describing;

[Collection("town hall")]
public sealed class ChooseQuickAccessesTests(SaasHost host)
{
    private const string Address = "/gestion/reglages/acces-rapides";

    [Fact]
    public async Task The_chosen_links_are_on_the_home_page()
    {
        await host.Visit(SaasHost.Matelles, Role.Administrator).SubmitAsync(Address, "Enregistrer", ("Links[0].Title", "Notre cinéma"), ("Links[0].Address", "https://cinema.example/"), ("Links[0].Icon", "book"));

        var home = await host.Visit(SaasHost.Matelles).OpenAsync("/");

        Assert.Equal("https://cinema.example/", home.QuerySelectorAll(".quick-access").Single(link => link.TextContent.Contains("Notre cinéma", StringComparison.Ordinal)).GetAttribute("href"));
    }

    [Fact]
    public async Task Two_people_at_once_the_second_is_told_and_keeps_what_was_typed()
    {
        var browser = host.Visit(SaasHost.Matelles, Role.Administrator);
        var open = await browser.OpenAsync(Address);
        await host.Visit(SaasHost.Matelles, Role.Administrator).SubmitAsync(Address, "Enregistrer", ("Links[0].Title", Given.Word("Premier")));

        var answer = await browser.SubmitAsync(open, Address, "Enregistrer", [("Links[0].Title", "Le second")]);
        var shown = await Browser.ReadAsync(answer);
        var insisted = await browser.SubmitAsync(shown, Address, "Enregistrer");

        Assert.Contains("Quelqu’un d’autre vient de modifier", shown.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Le second", shown.QuerySelector("[name='Links[0].Title']")!.GetAttribute("value"));
        Assert.Equal(Address, insisted.Headers.Location?.ToString());
        Assert.Equal("Le second", (await Given.TownHallAsync(host, SaasHost.Matelles)).QuickAccesses![0].Title);
    }

    [Fact]
    public async Task Two_pages_of_the_settings_saved_in_the_same_instant_both_stay()
    {
        await Given.TownHallAsync(host, SaasHost.Matelles, Given.OpenOnWeekdays);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(number => host.InAsync(SaasHost.Matelles, services => services.GetRequiredService<ITenantSettings>().ChangeAsync<SiteSettings>(
            hall => number % 2 == 0 ? hall with { Tagline = "Notre phrase" } : hall with { QuickAccesses = [new QuickAccess("Cinéma", "/demarches", "book")] },
            CancellationToken.None))));
        var stored = await Given.TownHallAsync(host, SaasHost.Matelles);

        Assert.Equal("Notre phrase", stored.Tagline);
        Assert.Equal("Cinéma", Assert.Single(stored.QuickAccesses!).Title);
        await Given.TownHallAsync(host, SaasHost.Matelles, Given.OpenOnWeekdays);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("//ailleurs.example")]
    [InlineData("page")]
    public async Task An_address_that_leads_nowhere_safe_is_refused_and_kept_in_its_field(string address)
    {
        var answer = await host.Visit(SaasHost.Claret, Role.Administrator).SubmitAsync(Address, "Enregistrer", ("Links[1].Title", "Lien"), ("Links[1].Address", address));

        var page = await Browser.ReadAsync(answer);
        Assert.Contains("Accès 2", page.QuerySelector("#address-1-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(address, page.QuerySelector("[name='Links[1].Address']")!.GetAttribute("value"));
    }
}
