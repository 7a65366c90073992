using Saas.Shell.Identity;

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
