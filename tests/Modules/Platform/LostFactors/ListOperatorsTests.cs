using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Platform.Tests.LostFactors;

public sealed class ListOperatorsTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string Address = "/console/operateurs";

    [Fact]
    public async Task Operators_see_each_other_and_no_member_of_a_commune()
    {
        var email = await Given.OperatorAsync(host);

        var page = (await host.VisitPlatform(signedIn: true).OpenAsync(Address)).QuerySelector("main")!.TextContent;

        Assert.Contains(email, page, StringComparison.Ordinal);
        Assert.Contains("(vous)", page, StringComparison.Ordinal);
        Assert.DoesNotContain(SaasHost.EmailOf(SaasHost.Claret, Role.Administrator), page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_and_a_commune_do_not_see_them()
    {
        Assert.Equal(HttpStatusCode.SeeOther, await Given.StatusAsync(host.VisitPlatform(), Address));
        Assert.Equal(HttpStatusCode.NotFound, await Given.StatusAsync(host.Visit(SaasHost.Claret, Role.Administrator), Address));
    }
}
