using Saas.Shell.Identity;

namespace Saas.Modules.Site.Tests.Writing;

public sealed class CreateRoadWorksTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string Address = "/gestion/site/travaux/nouveau";

    [Fact]
    public async Task Road_works_are_written_published_and_announced()
    {
        var word = Given.Word("Réfection ");
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);

        var answer = await browser.SubmitAsync(Address, "Enregistrer le brouillon", ("Titre", word), ("Lieu", "Rue du Four"), ("Premier jour", "2031-05-05"), ("Dernier jour", "2031-05-09"), ("Gêne", "Closed"), ("Déviation", "Par l’école"));
        Assert.DoesNotContain(word, await host.Visit(SaasHost.Claret).GetStringAsync("/travaux"), StringComparison.Ordinal);
        await browser.SubmitAsync($"{answer.Headers.Location}/publication", "Publier");

        var works = (await host.Visit(SaasHost.Claret).OpenAsync("/travaux")).QuerySelectorAll("section[aria-labelledby=a-venir] article").Single(article => article.TextContent.Contains(word, StringComparison.Ordinal));
        Assert.Contains("Rue barrée", works.TextContent, StringComparison.Ordinal);
        Assert.Contains("Par l’école", works.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Title", "")]
    [InlineData("Place", "")]
    [InlineData("EndsOn", "")]
    [InlineData("EndsOn", "2031-05-01")]
    public async Task What_is_missing_or_cannot_be_is_refused_and_what_was_typed_stays(string field, string value)
    {
        (string, string)[] good = [("Input.Title", Given.Word("chantier")), ("Input.Place", "Rue du Four"), ("Input.StartsOn", "2031-05-05"), ("Input.EndsOn", "2031-05-09"), ("Input.Detour", "Par l’école")];

        var answer = await Browser.ReadAsync(await host.Visit(SaasHost.Claret, Role.Administrator).SubmitAsync(Address, "Enregistrer le brouillon", [.. good.Where(typed => typed.Item1 != $"Input.{field}"), ($"Input.{field}", value)]));

        Assert.NotNull(answer.QuerySelector(".error-summary"));
        Assert.Equal("Par l’école", answer.QuerySelector("#Input_Detour")!.TextContent.Trim());
    }
}
