using System.Net;

namespace Saas.Modules.Platform.Tests.MyAccount;

public sealed class SetUpSecondFactorTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task An_operator_does_nothing_before_the_second_factor_and_receives_ten_codes()
    {
        var browser = await Given.SignedInAsync(host, await Given.OperatorAsync(host));

        var before = await browser.GetAsync("/console");
        var (_, codes) = await Given.SecondFactorAsync(browser);

        Assert.Equal("/console/mon-compte/double-authentification", before.Headers.Location?.ToString());
        Assert.Equal(10, codes.Count);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/console")).StatusCode);
    }
}
