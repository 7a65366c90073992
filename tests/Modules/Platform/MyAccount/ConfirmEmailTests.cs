using System.Net;

namespace Saas.Modules.Platform.Tests.MyAccount;

public sealed class ConfirmEmailTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task A_link_that_was_made_up_changes_nothing()
    {
        var answer = await host.VisitPlatform().SubmitAsync($"/console/nouvelle-adresse?compte={Guid.NewGuid()}&adresse=x%40parvis.test&jeton=x", "Confirmer");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("Ce lien n’est plus valable", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
