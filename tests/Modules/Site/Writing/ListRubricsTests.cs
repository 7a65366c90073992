using Saas.Shell.Identity;

namespace Saas.Modules.Site.Tests.Writing;

public sealed class ListRubricsTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string Address = "/gestion/site/rubriques";

    [Fact]
    public async Task Who_has_nothing_yet_reads_what_each_rubric_is_for_and_begins_with_one_button()
    {
        const string Argelliers = "34012";
        await host.FoundAsync(Argelliers);

        var page = await host.Visit(Argelliers, Role.Administrator).OpenAsync(Address);

        var card = page.QuerySelector(".card")!;
        Assert.Contains("Pas encore sur le site", card.TextContent, StringComparison.Ordinal);
        Assert.NotNull(card.QuerySelector("a.btn[href='/gestion/site/annuaire/nouvelle']"));
    }

    [Fact]
    public async Task A_draft_counts_and_does_not_open_the_rubric()
    {
        const string Assignan = "34015";
        await host.FoundAsync(Assignan);
        await Given.EntryAsync(host, Assignan, publish: false);

        var card = (await host.Visit(Assignan, Role.Elected).OpenAsync(Address)).QuerySelector(".card")!;

        Assert.Contains("1 fiche", card.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Contains("Pas encore sur le site", card.TextContent, StringComparison.Ordinal);
        Assert.Null(card.QuerySelector("a.btn"));
    }
}
