using Saas.Shell.Identity;

namespace Saas.Modules.Site.Tests.Writing;

public sealed class FindContentTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task Staff_find_whatever_was_written_by_its_title_drafts_too_and_nothing_of_their_neighbours()
    {
        var word = Given.Word("Saxo");
        var entry = await Given.EntryAsync(host, SaasHost.Claret, title: $"{word} club", publish: false);
        var neighbours = await Given.EntryAsync(host, SaasHost.Matelles, title: $"{word} voisin");
        var works = await Given.WorksAsync(host, SaasHost.Claret, new DateOnly(2031, 5, 5), new DateOnly(2031, 5, 9));
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);

        var found = await browser.OpenAsync($"/gestion/recherche?q={word}");

        Assert.NotNull(found.QuerySelector($"main a[href='/gestion/site/annuaire/{entry.Id}']"));
        Assert.DoesNotContain(neighbours.Title, found.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await browser.OpenAsync($"/gestion/recherche?q={works.Slug}")).QuerySelector($"main a[href='/gestion/site/travaux/{works.Id}']"));
    }
}
