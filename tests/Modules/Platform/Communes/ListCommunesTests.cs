using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Platform.Tests.Communes;

public sealed class ListCommunesTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task The_operator_finds_a_commune_by_its_name_or_its_code()
    {
        var console = host.VisitPlatform(signedIn: true);

        var byName = await console.OpenAsync("/console?q=Clar");
        var byCode = await console.OpenAsync($"/console?q={SaasHost.Matelles}");

        Assert.Contains(byName.QuerySelectorAll("tbody th"), row => row.TextContent == "Claret");
        Assert.DoesNotContain(byName.QuerySelectorAll("tbody th"), row => row.TextContent == "Les Matelles");
        Assert.Equal(["Les Matelles"], byCode.QuerySelectorAll("tbody th").Select(row => row.TextContent));
    }

    [Theory]
    [InlineData("34270", "Claret")]
    [InlineData("Grand Pic Saint-Loup", "Assas")]
    [InlineData("51513", "Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson")]
    public async Task A_commune_that_is_not_here_yet_is_found_too(string words, string name)
    {
        var page = await host.VisitPlatform(signedIn: true).OpenAsync($"/console?q={Uri.EscapeDataString(words)}");

        Assert.Contains(name, page.QuerySelectorAll("tbody th").Select(row => row.TextContent));
    }

    [Fact]
    public async Task The_list_goes_through_every_commune_of_France_page_by_page()
    {
        var console = host.VisitPlatform(signedIn: true);

        var first = await console.OpenAsync("/console");
        var last = await console.OpenAsync("/console?page=99999");

        Assert.Contains("34\u00a0969", first.QuerySelector("caption")!.TextContent.Replace('\u202f', '\u00a0'), StringComparison.Ordinal);
        Assert.Equal("Page 2 sur 700", (await console.OpenAsync(first.QuerySelector("a[rel=next]")!.GetAttribute("href")!)).QuerySelector(".pages [aria-current]")?.TextContent);
        Assert.Equal(19, last.QuerySelectorAll("tbody tr").Length);
    }

    [Fact]
    public async Task Those_of_the_platform_are_shown_apart_from_those_to_create()
    {
        var console = host.VisitPlatform(signedIn: true);

        var here = await console.OpenAsync("/console?etat=ici&q=Claret");
        var missing = await console.OpenAsync("/console?etat=a-creer&q=Claret");

        Assert.Contains("Claret", here.QuerySelectorAll("tbody th").Select(row => row.TextContent));
        Assert.DoesNotContain($"/console/communes/{SaasHost.Claret}", missing.QuerySelectorAll("tbody a").Select(link => link.GetAttribute("href")));
        Assert.All(missing.QuerySelectorAll("tbody a"), link => Assert.EndsWith("/creer", link.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_name_that_nobody_has_is_said_so() =>
        Assert.Contains("Aucune commune ne porte ce nom", await host.VisitPlatform(signedIn: true).GetStringAsync("/console?q=Atlantide"), StringComparison.Ordinal);

    [Fact]
    public async Task A_stranger_is_asked_to_sign_in()
    {
        var answer = await host.VisitPlatform().GetAsync("/console");

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.StartsWith("/console/connexion", answer.Headers.Location?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_console_does_not_exist_in_a_commune() =>
        Assert.Equal(HttpStatusCode.NotFound, (await host.Visit(SaasHost.Claret, Role.Administrator).GetAsync("/console")).StatusCode);
}
