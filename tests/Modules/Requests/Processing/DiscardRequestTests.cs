using Saas.Modules.Requests.Model;
using Saas.Shell.Identity;

namespace Saas.Modules.Requests.Tests.Processing;

public sealed class DiscardRequestTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task What_is_kept_as_unwanted_is_closed_silently_and_can_still_be_released()
    {
        var email = Given.AnAddress();
        var filed = await host.FileAsync(SaasHost.Claret, Given.ARequest(email, spam: true));
        var staff = host.Visit(SaasHost.Claret, Role.Administrator);

        await staff.SubmitAsync($"{filed.Staff}/ecarter", "Garder parmi les indésirables");
        var silent = await host.MailsToAsync(SaasHost.Claret, email);
        var discarded = await host.RequestAsync(SaasHost.Claret, filed.Id);
        await staff.SubmitAsync($"{filed.Staff}/liberer", "Libérer la demande");

        Assert.Empty(silent);
        Assert.True(discarded is { IsQuarantined: true, Outcome: RequestOutcome.NoFurtherAction });
        Assert.Equal(RequestState.Received, (await host.RequestAsync(SaasHost.Claret, filed.Id)).State);
    }
}
