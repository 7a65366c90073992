using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Platform.Tests.Watching;

public sealed class ListFailedMailsTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task The_operator_sees_how_many_mails_of_a_commune_do_not_arrive_and_nothing_of_them()
    {
        const string insee = "34031";
        await Given.CommuneAsync(host, insee);
        await host.RefuseMailToAsync(insee, "premiere@example.test");
        await host.RefuseMailToAsync(insee, "seconde@example.test");

        var page = await host.VisitPlatform(signedIn: true).OpenAsync("/console/courriels");

        var row = page.QuerySelectorAll("tbody tr").Single(line => line.QuerySelector("a")!.GetAttribute("href") == $"/console/communes/{insee}");
        Assert.Equal("2", row.QuerySelector("td")!.TextContent);
        Assert.DoesNotContain("example.test", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Essai", page.Body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_can_be_sorted_and_is_for_the_operator_alone()
    {
        foreach (var order in new[] { "nom", "attente", "dernier", "autre" })
        {
            await host.VisitPlatform(signedIn: true).OpenAsync($"/console/courriels?tri={order}&page=99");
        }

        Assert.Equal(HttpStatusCode.SeeOther, await Given.StatusAsync(host.VisitPlatform(), "/console/courriels"));
        Assert.Equal(HttpStatusCode.NotFound, await Given.StatusAsync(host.Visit(SaasHost.Claret, Role.Administrator), "/console/courriels"));
    }
}
