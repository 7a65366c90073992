using Saas.Modules.Site.Model;

namespace Saas.Modules.Site.Tests.Visiting;

public sealed class ListDirectoryTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task Drafts_other_categories_and_other_communes_are_left_out()
    {
        var club = await Given.EntryAsync(host, SaasHost.Claret);
        var baker = await Given.EntryAsync(host, SaasHost.Claret, DirectoryCategory.Shop);
        var draft = await Given.EntryAsync(host, SaasHost.Claret, publish: false);
        var neighbours = await Given.EntryAsync(host, SaasHost.Matelles);

        var page = await host.Visit(SaasHost.Claret).GetStringAsync($"/annuaire?rubrique=associations&q={club.Slug}");
        var all = await host.Visit(SaasHost.Claret).GetStringAsync("/annuaire?q=Titre");

        Assert.Contains(club.Title, page, StringComparison.Ordinal);
        Assert.All([baker, draft, neighbours], other => Assert.DoesNotContain(other.Title, page, StringComparison.Ordinal));
        Assert.All([draft, neighbours], other => Assert.DoesNotContain(other.Title, all, StringComparison.Ordinal));
        Assert.Contains(baker.Title, await host.Visit(SaasHost.Claret).GetStringAsync($"/annuaire?rubrique=commerces-et-artisans&q={baker.Slug}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_is_found_by_a_word_of_what_it_does_without_its_accents()
    {
        var word = Given.Word("zèbre");
        var entry = await Given.EntryAsync(host, SaasHost.Claret, summary: $"Les {word} de la garrigue");

        var page = await host.Visit(SaasHost.Claret).OpenAsync($"/annuaire?q={word.Replace('è', 'e')}");

        Assert.Equal(entry.Title, page.QuerySelector(".link-list h3")!.TextContent);
        Assert.Contains("Tout (1)", page.QuerySelector("nav[aria-label='Catégories de l’annuaire']")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_entries_go_on_from_page_to_page_in_the_order_of_the_alphabet()
    {
        const string Aumes = "34017";
        await host.FoundAsync(Aumes);
        foreach (var title in Enumerable.Range(1, 21).Select(number => $"Zoo {number:00}").Prepend("École de musique").Prepend("amicale").Append("Fanfare"))
        {
            await Given.EntryAsync(host, Aumes, title: title);
        }

        var browser = host.Visit(Aumes);
        var first = (await browser.OpenAsync("/annuaire")).QuerySelectorAll(".link-list h3").Select(title => title.TextContent).ToList();
        var second = (await browser.OpenAsync("/annuaire?page=2")).QuerySelectorAll(".link-list h3").Select(title => title.TextContent).ToList();

        Assert.Equal(["amicale", "École de musique", "Fanfare", "Zoo 01"], first.Take(4));
        Assert.Equal(20, first.Count);
        Assert.Equal(["Zoo 18", "Zoo 19", "Zoo 20", "Zoo 21"], second);
    }

    [Fact]
    public async Task An_empty_directory_says_whom_to_ask_and_is_linked_nowhere()
    {
        const string Autignac = "34018";
        await host.FoundAsync(Autignac);
        var browser = host.Visit(Autignac);

        var page = await browser.OpenAsync("/annuaire");

        Assert.NotNull(page.QuerySelector(".empty a[href='/contact']"));
        Assert.Null((await browser.OpenAsync("/")).QuerySelector("a[href='/annuaire']"));
        Assert.DoesNotContain("/annuaire", await browser.GetStringAsync("/sitemap.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_entry_opens_the_directory_on_the_home_page_and_below_every_page()
    {
        const string Avene = "34019";
        await host.FoundAsync(Avene);
        var browser = host.Visit(Avene);
        await browser.OpenAsync("/");

        var entry = await Given.EntryAsync(host, Avene);

        Assert.NotNull((await browser.OpenAsync("/")).QuerySelector("main .quick-access[href='/annuaire']"));
        Assert.NotNull((await browser.OpenAsync("/contact")).QuerySelector("footer a[href='/annuaire']"));
        Assert.NotNull((await browser.OpenAsync("/plan-du-site")).QuerySelector("main a[href='/annuaire']"));
        Assert.NotNull((await browser.OpenAsync($"/recherche?q={entry.Slug}")).QuerySelector($"main a[href='/annuaire/{entry.Slug}']"));
    }

    [Theory]
    [InlineData("?rubrique=inconnue")]
    [InlineData("?page=9999")]
    [InlineData("?q=%25%27%22%3Cscript%3E&page=deux")]
    public async Task Whatever_the_address_asks_for_gets_a_page(string query)
    {
        await Given.EntryAsync(host, SaasHost.Claret);

        Assert.Equal("Annuaire", (await host.Visit(SaasHost.Claret).OpenAsync("/annuaire" + query)).QuerySelector("h1")!.TextContent);
    }
}
