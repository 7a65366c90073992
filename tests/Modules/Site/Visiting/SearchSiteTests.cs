using Saas.Shell.Identity;

namespace Saas.Modules.Site.Tests.Visiting;

public sealed class SearchSiteTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Theory]
    [InlineData("déchets", "Eau et déchets")]
    [InlineData("dechet", "Eau et déchets")]
    [InlineData("DÉCHETERIE", "Eau et déchets")]
    [InlineData("numéros uti", "Numéros utiles")]
    public async Task Words_are_found_without_accents_and_whatever_their_ending(string question, string title)
    {
        var page = await host.Visit(SaasHost.Matelles).OpenAsync($"/recherche?q={Uri.EscapeDataString(question)}");

        Assert.Contains(page.QuerySelectorAll(".link-list h3"), hit => hit.TextContent == title);
    }

    [Fact]
    public async Task A_page_is_found_by_the_words_that_residents_use_for_it()
    {
        var page = await Given.PageAsync(host, SaasHost.Claret, body: "<p>Certificat d’immatriculation</p>");
        var word = Given.Word("cartegrise");
        await host.Visit(SaasHost.Claret, Role.Administrator).SubmitAsync($"/gestion/site/pages/{page.Id}", "Enregistrer", ("Autres mots pour la trouver", $"{word}, plaque"));

        var found = await host.Visit(SaasHost.Claret).OpenAsync($"/recherche?q={word}");

        Assert.Equal(page.Title, found.QuerySelector(".link-list h3")!.TextContent);
        Assert.Contains("Aucun résultat", await host.Visit(SaasHost.Matelles).GetStringAsync($"/recherche?q={word}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_to_come_is_found_and_a_past_one_is_not()
    {
        var coming = await Given.EventAsync(host, SaasHost.Claret, new DateOnly(2031, 5, 3));
        var past = await Given.EventAsync(host, SaasHost.Claret, new DateOnly(2021, 5, 3));

        Assert.NotNull((await host.Visit(SaasHost.Claret).OpenAsync($"/recherche?q={Uri.EscapeDataString(coming.Title)}")).QuerySelector($"a[href='/agenda/{coming.Slug}']"));
        Assert.Null((await host.Visit(SaasHost.Claret).OpenAsync($"/recherche?q={Uri.EscapeDataString(past.Title)}")).QuerySelector($"a[href='/agenda/{past.Slug}']"));
    }

    [Fact]
    public async Task Drafts_and_another_communes_texts_are_not_found()
    {
        var word = Given.Word("zeste");
        await Given.PageAsync(host, SaasHost.Claret, published: false, body: $"<p>{word}</p>");
        await Given.PageAsync(host, SaasHost.Matelles, body: $"<p>{word}</p>");

        Assert.Contains("Aucun résultat", await host.Visit(SaasHost.Claret).GetStringAsync($"/recherche?q={word}"), StringComparison.Ordinal);
        Assert.Contains("1 résultat", (await host.Visit(SaasHost.Matelles).OpenAsync($"/recherche?q={word}")).Body!.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("%25")]
    [InlineData("'%22%3Cscript%3E")]
    [InlineData("%5C%5C%5C")]
    [InlineData("a%20%26%20%7C%20!%20(")]
    public async Task Any_question_gets_a_page(string question)
    {
        var page = await host.Visit(SaasHost.Claret).OpenAsync($"/recherche?q={question}");

        Assert.Equal("Recherche", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
    }
}
