using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Site.Tests.Library;

public sealed class ListMediaTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string Address = "/gestion/site/medias";

    [Fact]
    public async Task A_file_is_found_by_words_of_its_name_without_accents_and_by_its_kind()
    {
        var word = Given.Word("ecole");
        await Given.MediaAsync(host, SaasHost.Claret, Samples.Png(30, 30), $"É{word[1..]} du village.png");
        await Given.MediaAsync(host, SaasHost.Claret, Samples.Pdf(word), $"{word} règlement.pdf");
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);

        var both = await browser.OpenAsync($"{Address}?q={word}");
        var pictures = await browser.OpenAsync($"{Address}?q={word}+village&sorte=images");
        var documents = await browser.OpenAsync($"{Address}?q={word}&sorte=documents");

        Assert.Equal(2, both.QuerySelectorAll(".media-card").Length);
        Assert.Contains("village", pictures.QuerySelector(".media-card")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("règlement", Assert.Single(documents.QuerySelectorAll(".media-card")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signs_of_a_pattern_are_searched_for_as_they_are()
    {
        await Given.PictureAsync(host, SaasHost.Claret);

        var found = await host.Visit(SaasHost.Claret, Role.Administrator).OpenAsync($"{Address}?q=%25%25_%5C");

        Assert.Empty(found.QuerySelectorAll(".media-card"));
        Assert.NotNull(found.QuerySelector("p.empty"));
    }

    [Fact]
    public async Task A_library_without_a_file_says_what_to_do_first()
    {
        await host.FoundAsync("34036");

        var page = await host.Visit("34036", Role.Administrator).OpenAsync(Address);

        Assert.Contains("est vide", page.QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("a[href='/gestion/site/medias/ajouter']"));
    }

    [Fact]
    public async Task Many_files_are_shown_in_pages_that_keep_the_search()
    {
        await host.FoundAsync("34050");
        var browser = host.Visit("34050", Role.Administrator);
        foreach (var files in Enumerable.Range(0, 26).Chunk(13))
        {
            await browser.SubmitAsync(
                await browser.OpenAsync($"{Address}/ajouter"), $"{Address}/ajouter", "Ajouter à la bibliothèque", [], [.. files.Select(number => new SentFile("Files", $"arrete {number}.pdf", Samples.Pdf($"{number}")))]);
        }

        var first = await browser.OpenAsync($"{Address}?q=arrete&sorte=documents");
        var second = await browser.OpenAsync(first.QuerySelector(".pages a[rel=next]")!.GetAttribute("href")!);

        Assert.Equal(24, first.QuerySelectorAll(".media-card").Length);
        Assert.Equal(2, second.QuerySelectorAll(".media-card").Length);
    }

    [Fact]
    public async Task Files_of_another_commune_are_not_there()
    {
        var theirs = await Given.PictureAsync(host, SaasHost.Matelles);

        var found = await host.Visit(SaasHost.Claret, Role.Administrator).OpenAsync($"{Address}?q={theirs.Name}");

        Assert.Empty(found.QuerySelectorAll(".media-card"));
    }

    [Fact]
    public async Task An_elected_member_looks_and_changes_nothing()
    {
        var media = await Given.PictureAsync(host, SaasHost.Claret);
        var elected = host.Visit(SaasHost.Claret, Role.Elected);

        var page = await elected.OpenAsync($"{Address}?q={media.Name}");

        Assert.Equal(media.Address, page.QuerySelector(".media-card a")!.GetAttribute("href"));
        Assert.Equal(HttpStatusCode.Forbidden, (await elected.GetAsync(media.StaffAddress)).StatusCode);
    }
}
