using Saas.Modules.Requests.Model;
using Saas.Shell.Identity;

namespace Saas.Modules.Requests.Tests.Processing;

public sealed class ReleaseRequestTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task A_released_request_is_to_deal_with_and_both_sides_are_told_once()
    {
        var email = Given.AnAddress();
        var townHall = Given.AnAddress();
        var filed = await host.FileAsync(SaasHost.Claret, Given.ARequest(email, recipient: townHall, spam: true));
        var staff = host.Visit(SaasHost.Claret, Role.Administrator);
        var page = await staff.OpenAsync($"{filed.Staff}/liberer");

        await staff.SubmitAsync(page, $"{filed.Staff}/liberer", "Libérer la demande");
        await staff.SubmitAsync(page, $"{filed.Staff}/liberer", "Libérer la demande");

        Assert.False((await host.RequestAsync(SaasHost.Claret, filed.Id)).IsQuarantined);
        Assert.Contains(Codes.Show(filed.Code), Assert.Single(await host.MailsToAsync(SaasHost.Claret, email)).Text, StringComparison.Ordinal);
        Assert.StartsWith("Nouvelle demande", Assert.Single(await host.MailsToAsync(SaasHost.Claret, townHall)).Subject, StringComparison.Ordinal);
        Assert.Contains(filed.Reference, await staff.GetStringAsync($"/gestion/demandes?q={filed.Reference}"), StringComparison.Ordinal);
    }
}
