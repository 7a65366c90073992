using Saas.Modules.Requests.Model;
using Saas.Shell.Identity;

namespace Saas.Modules.Requests.Tests.Processing;

public sealed class TakeRequestTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task One_click_takes_a_request_in_charge()
    {
        var filed = await host.FileAsync(SaasHost.Claret);
        var staff = host.Visit(SaasHost.Claret, Role.Administrator);

        var taken = await staff.SubmitAsync(filed.Staff, "Prendre en charge");

        Assert.Equal(filed.Staff, taken.Headers.Location?.ToString());
        Assert.Equal(RequestState.InProgress, (await host.RequestAsync(SaasHost.Claret, filed.Id)).State);
    }

    [Fact]
    public async Task A_request_taken_meanwhile_says_by_whom()
    {
        var filed = await host.FileAsync(SaasHost.Claret);
        var staff = host.Visit(SaasHost.Claret, Role.Administrator);
        var seenEarlier = await staff.OpenAsync(filed.Staff);
        await staff.SubmitAsync(filed.Staff, "Prendre en charge");

        var refused = await staff.SubmitAsync(seenEarlier, filed.Staff, "Prendre en charge");

        Assert.Contains("Secrétaire de Claret a pris cette demande en charge", (await Browser.ReadAsync(refused)).Body!.TextContent, StringComparison.Ordinal);
    }
}
