namespace Saas.Modules.Platform.Tests.MyAccount;

public sealed class RenewCodesTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string Page = "/console/mon-compte/codes-de-secours";

    [Fact]
    public async Task An_operator_who_knows_the_password_receives_ten_new_codes()
    {
        var browser = await Given.SignedInAsync(host, await Given.OperatorAsync(host));
        var (_, before) = await Given.SecondFactorAsync(browser);

        var wrong = await Browser.ReadAsync(await browser.SubmitAsync(Page, "Obtenir", ("Votre mot de passe", "au hasard")));
        var right = await Browser.ReadAsync(await browser.SubmitAsync(Page, "Obtenir", ("Votre mot de passe", SaasHost.Password)));

        Assert.Empty(wrong.QuerySelectorAll(".recovery-codes code"));
        Assert.Equal(10, right.QuerySelectorAll(".recovery-codes code").Length);
        Assert.DoesNotContain(right.QuerySelectorAll(".recovery-codes code"), code => code.TextContent == before[0]);
    }
}
