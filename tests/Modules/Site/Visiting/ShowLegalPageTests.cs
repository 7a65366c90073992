using System.Net;

namespace Saas.Modules.Site.Tests.Visiting;

public sealed class ShowLegalPageTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Theory]
    [InlineData("/mentions-legales", "Directeur de la publication")]
    [InlineData("/accessibilite", "Voies de recours")]
    [InlineData("/donnees-personnelles", "Vos droits")]
    public async Task What_the_law_asks_for_is_there_from_the_first_day(string address, string section)
    {
        var page = await host.Visit(SaasHost.Claret).OpenAsync(address);

        Assert.Contains(page.QuerySelectorAll("h2"), title => title.TextContent == section);
    }

    [Fact]
    public async Task A_commune_that_has_said_nothing_yet_shows_visitors_no_unfinished_page()
    {
        await Given.PreparingCommuneAsync(host, "34014");

        var legal = (await host.Visit("34014").OpenAsync("/mentions-legales")).Body!.TextContent;
        var declared = (await host.Visit("34014").OpenAsync("/accessibilite")).Body!.TextContent;

        Assert.DoesNotContain("compléter", legal, StringComparison.Ordinal);
        Assert.Contains("Il est hébergé par Hébergeur de démonstration, 1 rue de l’Exemple, 34000 Montpellier, téléphone 04 65 71 00 99.", legal, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", declared, StringComparison.Ordinal);
        Assert.Contains(DateTime.Today.Year.ToString(System.Globalization.CultureInfo.InvariantCulture), declared, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_declaration_has_its_mandatory_sections_in_order()
    {
        var page = await host.Visit(SaasHost.Claret).OpenAsync("/accessibilite");

        Assert.Equal(
            ["État de conformité", "Contenus non accessibles", "Établissement de cette déclaration d’accessibilité", "Retour d’information et contact", "Voies de recours"],
            page.QuerySelectorAll("main .rich-text h2").Select(title => title.TextContent));
        Assert.Contains("non conforme", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_address_among_the_pages_leads_to_the_one_address_it_has()
    {
        var answer = await host.Visit(SaasHost.Claret).GetAsync("/pages/accessibilite");

        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal("/accessibilite", answer.Headers.Location?.ToString());
    }
}
