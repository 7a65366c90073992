using System.Net;

namespace Saas.Modules.Platform.Tests.LostFactors;

public sealed class ListLostFactorsTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task The_operator_sees_who_waits_and_for_which_commune()
    {
        var (name, _, _) = await Given.LostFactorAsync(host);

        var page = await host.VisitPlatform(signedIn: true).OpenAsync("/console/acces-perdus");

        var row = page.QuerySelectorAll("tbody tr").Single(line => line.TextContent.Contains(name, StringComparison.Ordinal));
        Assert.Contains("Claret", row.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await host.VisitPlatform().GetAsync("/console/acces-perdus")).StatusCode);
    }
}
