using Saas.Shell.Identity;

namespace Saas.Modules.Site.Tests.Writing;

public sealed class CreateDirectoryEntryTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string Address = "/gestion/site/annuaire/nouvelle";

    [Fact]
    public async Task An_entry_is_written_published_and_found_in_the_directory()
    {
        var word = Given.Word("Pétanque ");
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);

        var answer = await browser.SubmitAsync(Address, "Enregistrer le brouillon", ("Nom", word), ("Input.Category", "Association"), ("Téléphone", "0465710010"), ("Site internet", "petanque-claret.fr"), ("Adresse", "Place de l’Église, 34270 Claret"));
        Assert.DoesNotContain(word, await host.Visit(SaasHost.Claret).GetStringAsync("/annuaire"), StringComparison.Ordinal);
        await browser.SubmitAsync($"{answer.Headers.Location}/publication", "Publier");

        var list = await host.Visit(SaasHost.Claret).OpenAsync("/annuaire");
        var item = list.QuerySelectorAll(".link-list__item").Single(item => item.TextContent.Contains(word, StringComparison.Ordinal));
        Assert.Contains("04 65 71 00 10", item.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
        var page = await host.Visit(SaasHost.Claret).OpenAsync(item.QuerySelector("a")!.GetAttribute("href")!);
        Assert.Equal("https://petanque-claret.fr/", page.QuerySelector("[itemprop=url]")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("Title", "")]
    [InlineData("Category", "")]
    [InlineData("Category", "Autre")]
    [InlineData("Telephone", "12")]
    [InlineData("Email", "club")]
    [InlineData("Website", "javascript:alert(1)")]
    [InlineData("Website", "pas un site")]
    public async Task What_cannot_be_is_refused_and_what_was_typed_stays(string field, string value)
    {
        (string, string)[] good = [("Input.Title", Given.Word("club")), ("Input.Category", "Shop"), ("Input.Hours", "Lundi : 9 h – 12 h")];

        var answer = await Browser.ReadAsync(await host.Visit(SaasHost.Claret, Role.Administrator).SubmitAsync(Address, "Enregistrer le brouillon", [.. good.Where(typed => typed.Item1 != $"Input.{field}"), ($"Input.{field}", value)]));

        Assert.NotNull(answer.QuerySelector(".error-summary"));
        Assert.Equal("Lundi : 9 h – 12 h", answer.QuerySelector("#Input_Hours")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_double_click_makes_one_entry_and_a_name_taken_is_refused()
    {
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);
        var form = await browser.OpenAsync(Address);
        (string, string)[] typed = [("Nom", Given.Word("double")), ("Input.Category", "Health")];

        var first = await browser.SubmitAsync(form, Address, "Enregistrer le brouillon", typed);
        var second = await browser.SubmitAsync(form, Address, "Enregistrer le brouillon", typed);
        var third = await browser.SubmitAsync(Address, "Enregistrer le brouillon", [typed[0], ("Input.Category", "Shop")]);

        Assert.NotNull(first.Headers.Location);
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Contains("porte déjà ce nom", (await Browser.ReadAsync(third)).QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hostile_text_is_shown_as_text()
    {
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);
        var word = Given.Word("hostile");

        var answer = await browser.SubmitAsync(Address, "Enregistrer le brouillon", ("Nom", word), ("Input.Category", "Place"), ("Input.Hours", "<script>alert(1)</script>"), ("Input.Body", "<p onclick=\"x()\">Bon<script>alert(1)</script></p>"), ("Input.Contact", "\"><img src=x>"));

        var page = await browser.OpenAsync($"{answer.Headers.Location}/apercu");
        Assert.Empty(page.QuerySelectorAll("main script, main img, main [onclick]"));
        Assert.Contains("<script>alert(1)</script>", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }
}
