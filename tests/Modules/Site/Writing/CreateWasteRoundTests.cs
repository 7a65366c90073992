using Saas.Shell.Identity;

namespace Saas.Modules.Site.Tests.Writing;

public sealed class CreateWasteRoundTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string Address = "/gestion/site/collecte/nouvelle";

    [Fact]
    public async Task A_round_is_written_published_and_its_next_days_are_computed()
    {
        var place = Given.Word("Bourg");
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);

        var answer = await browser.SubmitAsync(Address, "Enregistrer le brouillon", ("Ce qui est collecté", "Glass"), ("Quartier", place), ("Premier jour de collecte", "2031-12-04"), ("Revient jusqu’au", "2032-03-01"), ("Jours fériés et reports", "25/12/2031 -> 26/12/2031"), ("Consigne", "La veille au soir"));
        Assert.DoesNotContain(place, await host.Visit(SaasHost.Claret).GetStringAsync("/collecte"), StringComparison.Ordinal);
        await browser.SubmitAsync($"{answer.Headers.Location}/publication", "Publier");

        var round = (await host.Visit(SaasHost.Claret).OpenAsync("/collecte")).QuerySelectorAll("article").Single(article => article.TextContent.Contains(place, StringComparison.Ordinal));
        Assert.Equal($"Verre, {place}", round.QuerySelector("h3")!.TextContent);
        Assert.Contains("Chaque jeudi", round.TextContent, StringComparison.Ordinal);
        Assert.Contains("jeudi 4 décembre, jeudi 11 décembre, jeudi 18 décembre, vendredi 26 décembre", round.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Waste", "")]
    [InlineData("StartsOn", "")]
    [InlineData("RepeatsUntil", "")]
    [InlineData("RepeatsUntil", "2036-01-01")]
    [InlineData("Exceptions", "Noël")]
    [InlineData("Exceptions", "24/12/2031")]
    [InlineData("Exceptions", "25/12/2031 → 26/12/2032")]
    public async Task What_is_missing_or_cannot_be_is_refused_and_what_was_typed_stays(string field, string value)
    {
        (string, string)[] good = [("Input.Waste", "Garden"), ("Input.Place", Given.Word("Hameau")), ("Input.StartsOn", "2031-12-04"), ("Input.RepeatsUntil", "2032-03-01"), ("Input.Summary", "La veille")];

        var answer = await Browser.ReadAsync(await host.Visit(SaasHost.Claret, Role.Administrator).SubmitAsync(Address, "Enregistrer le brouillon", [.. good.Where(typed => typed.Item1 != $"Input.{field}"), ($"Input.{field}", value)]));

        Assert.NotNull(answer.QuerySelector(".error-summary"));
        Assert.Equal("La veille", answer.QuerySelector("#Input_Summary")!.TextContent.Trim());
    }
}
