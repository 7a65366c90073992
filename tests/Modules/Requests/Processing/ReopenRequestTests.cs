using Saas.Modules.Requests.Model;
using Saas.Shell.Identity;

namespace Saas.Modules.Requests.Tests.Processing;

public sealed class ReopenRequestTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task A_closed_request_is_reopened_without_losing_its_history()
    {
        var filed = await host.FileAsync(SaasHost.Claret);
        var staff = host.Visit(SaasHost.Claret, Role.Administrator);
        await staff.SubmitAsync($"{filed.Staff}/cloturer", "Clore la demande", ("Outcome", "NoFurtherAction"));

        await staff.SubmitAsync($"{filed.Staff}/rouvrir", "Rouvrir la demande");

        Assert.Equal("En cours", (await host.RequestAsync(SaasHost.Claret, filed.Id)).StateTitle);
        Assert.Equal([EntryKind.Filed, EntryKind.Closed, EntryKind.Reopened], (await host.TimelineAsync(SaasHost.Claret, filed.Id)).Select(entry => entry.Kind));
    }

    [Fact]
    public async Task An_open_request_cannot_be_reopened()
    {
        var filed = await host.FileAsync(SaasHost.Claret);

        var answer = await host.Visit(SaasHost.Claret, Role.Administrator).GetAsync($"{filed.Staff}/rouvrir");

        Assert.Equal(filed.Staff, answer.Headers.Location?.ToString());
    }
}
