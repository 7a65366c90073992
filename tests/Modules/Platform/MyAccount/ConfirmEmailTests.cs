namespace Saas.Modules.Platform.Tests.MyAccount;

public sealed class ConfirmEmailTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task A_link_that_was_made_up_is_said_to_be_void_and_has_no_form()
    {
        var page = await host.VisitPlatform().OpenAsync($"/console/nouvelle-adresse?compte={Guid.NewGuid()}&adresse=x%40parvis.test&jeton=x");

        Assert.Equal("Ce lien n’est plus valable", page.QuerySelector("h1")!.TextContent);
        Assert.Null(page.QuerySelector("main form"));
        Assert.NotNull(page.QuerySelector("main a[href='/console/mon-compte/adresse']"));
    }
}
