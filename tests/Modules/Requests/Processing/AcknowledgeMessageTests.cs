using Saas.Shell.Identity;

namespace Saas.Modules.Requests.Tests.Processing;

public sealed class AcknowledgeMessageTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task A_message_that_needs_no_answer_leaves_the_work_to_do()
    {
        var filed = await host.FileAsync(SaasHost.Claret);
        var resident = host.Visit(SaasHost.Claret);
        await resident.SubmitAsync(filed.Follow, "Voir ma demande", ("Code de suivi", filed.Code));
        await resident.SubmitAsync(filed.Follow, "Envoyer le message", ("Words", "Merci !"));
        var staff = host.Visit(SaasHost.Claret, Role.Administrator);

        await staff.SubmitAsync(filed.Staff, "marquer le message comme lu");

        Assert.False((await host.RequestAsync(SaasHost.Claret, filed.Id)).HasUnreadMessage);
    }
}
