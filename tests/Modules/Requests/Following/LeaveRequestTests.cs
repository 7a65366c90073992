namespace Saas.Modules.Requests.Tests.Following;

public sealed class LeaveRequestTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task Once_access_is_closed_the_code_is_asked_again()
    {
        var filed = await host.FileAsync(SaasHost.Claret);
        var browser = host.Visit(SaasHost.Claret);
        await browser.SubmitAsync(filed.Follow, "Voir ma demande", ("Code de suivi", filed.Code));

        var closed = await browser.SubmitAsync(filed.Follow, "Fermer l’accès sur cet appareil");

        Assert.Equal("/demandes", closed.Headers.Location?.ToString());
        Assert.Contains("L’accès est fermé", (await browser.FollowAsync(closed)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Pour voir la demande", await browser.GetStringAsync(filed.Follow), StringComparison.Ordinal);
    }
}
