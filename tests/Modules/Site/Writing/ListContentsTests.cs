using Saas.Shell.Identity;

namespace Saas.Modules.Site.Tests.Writing;

public sealed class ListContentsTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task Staff_see_the_state_of_everything_in_words_and_nothing_of_their_neighbours()
    {
        var draft = await Given.PageAsync(host, SaasHost.Claret, published: false);
        var news = await Given.NewsAsync(host, SaasHost.Claret);
        var neighbours = await Given.PageAsync(host, SaasHost.Matelles);

        var list = await host.Visit(SaasHost.Claret, Role.Administrator).OpenAsync("/gestion/site");

        Assert.Contains("Brouillon", list.QuerySelectorAll("tr").Single(row => row.TextContent.Contains(draft.Title, StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
        Assert.NotNull(list.QuerySelector($"a[href='/gestion/site/actualites/{news.Id}']"));
        Assert.Contains("Texte de départ", list.QuerySelectorAll("tr").Single(row => row.TextContent.Contains("Mentions légales", StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(neighbours.Title, list.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_elected_member_is_offered_nothing_to_write()
    {
        var list = await host.Visit(SaasHost.Claret, Role.Elected).OpenAsync("/gestion/site");

        Assert.Null(list.QuerySelector("main a[href='/gestion/site/pages/nouvelle']"));
        Assert.Null(list.QuerySelector("main a[href^='/gestion/site/pages/modele/']"));
    }
}
