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
