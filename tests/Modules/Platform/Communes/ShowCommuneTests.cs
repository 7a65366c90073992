using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Platform.Tests.Communes;

public sealed class ShowCommuneTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task The_operator_reads_who_works_in_a_commune_and_not_their_addresses()
    {
        var page = await host.VisitPlatform(signedIn: true).OpenAsync($"/console/communes/{SaasHost.Claret}");

        Assert.Contains("Maire de Claret", page.QuerySelectorAll("tbody th").Select(row => row.TextContent));
        Assert.DoesNotContain("Maire de Les Matelles", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(SaasHost.EmailOf(SaasHost.Claret, Role.Elected), page.Body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_is_not_here_yet_can_be_created() =>
        Assert.Equal("/console/communes/34016/creer", (await host.VisitPlatform(signedIn: true).GetAsync("/console/communes/34016")).Headers.Location?.ToString());

    [Fact]
    public async Task Nobody_else_reads_it()
    {
        Assert.Equal(HttpStatusCode.SeeOther, await Given.StatusAsync(host.VisitPlatform(), $"/console/communes/{SaasHost.Claret}"));
        Assert.Equal(HttpStatusCode.NotFound, await Given.StatusAsync(host.Visit(SaasHost.Claret, Role.Administrator), $"/console/communes/{SaasHost.Claret}"));
        Assert.Equal(HttpStatusCode.NotFound, await Given.StatusAsync(host.VisitPlatform(signedIn: true), "/console/communes/99999"));
    }
}
