using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Platform.Tests.Groups;

public sealed class ListGroupsTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Theory]
    [InlineData("vallee de l'herault", "Communauté de communes Vallée de l’Hérault")]
    [InlineData("Communauté d’agglomération de Nîmes", "Communauté d’agglomération de Nîmes Métropole")]
    [InlineData("243400017", "Montpellier Méditerranée Métropole")]
    [InlineData("mediterranee metropole", "Montpellier Méditerranée Métropole")]
    public async Task An_intercommunality_is_found_by_its_name_or_its_siren_and_can_be_created(string words, string name)
    {
        var page = await host.VisitPlatform(signedIn: true).OpenAsync($"/console/groupes?q={Uri.EscapeDataString(words)}");

        var row = page.QuerySelectorAll("tbody tr").FirstOrDefault(row => row.QuerySelector("th")!.TextContent.Trim() == name);
        Assert.True(row is not null, string.Join(" | ", page.QuerySelectorAll("tbody th").Select(cell => cell.TextContent.Trim())));
        Assert.StartsWith("/console/groupes/creer?epci=", row.QuerySelector("a")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Those_of_the_platform_come_first_and_are_shown_apart()
    {
        var group = await Given.GroupAsync(host, members: [SaasHost.Claret, "34014", "34015"]);
        var console = host.VisitPlatform(signedIn: true);

        var all = await console.OpenAsync("/console/groupes");
        var here = await console.OpenAsync($"/console/groupes?etat=ici&q={group.Slug}");
        var missing = await console.OpenAsync($"/console/groupes?etat=a-creer&q={group.Slug}");

        Assert.StartsWith("/console/groupes/0", all.QuerySelector("tbody a")!.GetAttribute("href"), StringComparison.Ordinal);
        var row = Assert.Single(here.QuerySelectorAll("tbody tr"));
        Assert.Equal($"/console/groupes/{group.Id}", row.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal(["groupe libre", "3", "En préparation"], row.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()));
        Assert.Empty(missing.QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task The_list_goes_through_every_intercommunality_page_by_page()
    {
        var console = host.VisitPlatform(signedIn: true);

        var first = await console.OpenAsync("/console/groupes?etat=a-creer");
        var last = await console.OpenAsync("/console/groupes?etat=a-creer&page=99999");

        Assert.Equal(50, first.QuerySelectorAll("tbody tr").Length);
        Assert.StartsWith("Page 2 sur ", (await console.OpenAsync(first.QuerySelector("a[rel=next]")!.GetAttribute("href")!)).QuerySelector(".pages [aria-current]")?.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(last.QuerySelectorAll("tbody tr"));
        Assert.Null(last.QuerySelector("a[rel=next]"));
    }

    [Fact]
    public async Task A_name_that_nobody_has_is_said_so() =>
        Assert.Contains("Aucun groupe ne porte ce nom", await host.VisitPlatform(signedIn: true).GetStringAsync("/console/groupes?q=Atlantide"), StringComparison.Ordinal);

    [Fact]
    public async Task A_group_is_not_among_the_communes()
    {
        var group = await Given.GroupAsync(host);

        var communes = await host.VisitPlatform(signedIn: true).OpenAsync($"/console?etat=ici&q={group.Slug}");

        Assert.Empty(communes.QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task Nobody_else_sees_it()
    {
        Assert.Equal(HttpStatusCode.SeeOther, await Given.StatusAsync(host.VisitPlatform(), "/console/groupes"));
        Assert.Equal(HttpStatusCode.NotFound, await Given.StatusAsync(host.Visit(SaasHost.Claret, Role.Administrator), "/console/groupes"));
    }
}
