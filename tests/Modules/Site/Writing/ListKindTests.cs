using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Site.Tests.Writing;

public sealed class ListKindTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task Staff_see_the_agenda_of_their_commune_and_nothing_of_their_neighbours()
    {
        var own = await Given.EventAsync(host, SaasHost.Claret, new DateOnly(2031, 5, 3));
        var neighbours = await Given.EventAsync(host, SaasHost.Matelles, new DateOnly(2031, 5, 3));

        var list = (await host.Visit(SaasHost.Claret, Role.Elected).OpenAsync("/gestion/site/agenda")).QuerySelector("main")!.TextContent;

        Assert.Contains(own.Title, list, StringComparison.Ordinal);
        Assert.DoesNotContain(neighbours.Title, list, StringComparison.Ordinal);
        Assert.DoesNotContain("Ajouter un événement", list, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("annuaire", "L’annuaire est vide")]
    [InlineData("elus", "Aucun élu")]
    [InlineData("seances", "Aucune séance")]
    [InlineData("menus", "Aucun menu")]
    [InlineData("collecte", "Aucune collecte")]
    [InlineData("travaux", "Aucun chantier")]
    public async Task An_empty_list_says_what_it_is_for_and_has_one_button_to_begin(string segment, string words)
    {
        const string Bessan = "34031";
        await host.FoundAsync(Bessan);

        var list = await host.Visit(Bessan, Role.Administrator).OpenAsync($"/gestion/site/{segment}");

        Assert.Equal(words, list.QuerySelector(".empty h2")!.TextContent);
        Assert.StartsWith($"/gestion/site/{segment}/nouve", list.QuerySelector("main .btn-primary")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal("Rubriques", list.QuerySelector(".tabs [aria-current]")!.TextContent);
    }

    [Fact]
    public async Task Sessions_are_listed_the_latest_first_and_lead_to_the_members()
    {
        const string Boisseron = "34033";
        await host.FoundAsync(Boisseron);
        var old = await Given.SessionAsync(host, Boisseron, new DateOnly(2024, 5, 7));
        var next = await Given.SessionAsync(host, Boisseron, new DateOnly(2031, 5, 6), publish: false);

        var list = await host.Visit(Boisseron, Role.Elected).OpenAsync("/gestion/site/seances");

        Assert.Equal([next.Title, old.Title], list.QuerySelectorAll("tbody th").Select(title => title.TextContent.Trim()));
        Assert.NotNull(list.QuerySelector("main a[href='/gestion/site/elus']"));
    }

    [Fact]
    public async Task A_list_that_is_not_there_does_not_exist() =>
        Assert.Equal(HttpStatusCode.NotFound, (await host.Visit(SaasHost.Claret, Role.Administrator).GetAsync("/gestion/site/autre")).StatusCode);
}
