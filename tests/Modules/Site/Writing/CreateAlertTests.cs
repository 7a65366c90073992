using Saas.Shell.Identity;

namespace Saas.Modules.Site.Tests.Writing;

public sealed class CreateAlertTests(SaasHost host) : IClassFixture<SaasHost>
{
    // A commune of its own: an alert shows on every page of the others.
    private const string Agel = "34004";

    [Fact]
    public async Task An_alert_stands_above_every_page_from_its_publication_to_its_end_and_in_no_other_commune()
    {
        await host.FoundAsync(Agel);
        var word = Given.Word("Coupure ");
        var browser = host.Visit(Agel, Role.Administrator);
        var answer = await browser.SubmitAsync("/gestion/site/alertes/nouvelle", "Enregistrer le brouillon", ("Texte de l’alerte", word), ("Niveau", "Urgence"), ("Adresse pour en savoir plus", "/contact"));
        Assert.DoesNotContain(word, await host.Visit(Agel).GetStringAsync("/contact"), StringComparison.Ordinal);

        await browser.SubmitAsync($"{answer.Headers.Location}/publication", "Publier");

        var notice = (await host.Visit(Agel).OpenAsync("/contact")).QuerySelector(".notice--urgence a")!;
        Assert.Equal((word.Trim(), "/contact"), (notice.TextContent.Trim(), notice.GetAttribute("href")));
        Assert.DoesNotContain(word, await host.Visit(SaasHost.Claret).GetStringAsync("/contact"), StringComparison.Ordinal);
        await browser.SubmitAsync($"{answer.Headers.Location}/publication", "Retirer du site");
        Assert.Null((await host.Visit(Agel).OpenAsync("/contact")).QuerySelector(".notice"));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("//ailleurs.example")]
    [InlineData("http://ailleurs.example")]
    public async Task A_link_that_is_not_an_address_is_refused(string link)
    {
        var answer = await Browser.ReadAsync(await host.Visit(SaasHost.Claret, Role.Administrator).SubmitAsync("/gestion/site/alertes/nouvelle", "Enregistrer le brouillon", ("Texte de l’alerte", "Coupure"), ("Adresse pour en savoir plus", link)));

        Assert.Contains("L’adresse commence par /", answer.QuerySelector("#link-error")!.TextContent, StringComparison.Ordinal);
    }
}
