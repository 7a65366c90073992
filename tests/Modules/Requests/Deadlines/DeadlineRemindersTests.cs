using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saas.Contracts.Requests;
using Saas.Modules.Requests.Deadlines;
using Saas.Modules.Requests.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Requests.Tests.Deadlines;

public sealed class DeadlineRemindersTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task Who_follows_a_request_is_reminded_once_of_each_due_date_and_reads_nothing_personal()
    {
        var filed = await FollowedAsync(SaasHost.Claret, Role.Secretary, dueIn: 5);
        await RunAsync(SaasHost.Claret);
        await RunAsync(SaasHost.Claret);

        var once = await MailsAsync(SaasHost.Claret, Role.Secretary, filed);
        await DueInAsync(SaasHost.Claret, filed.Id, days: 6);
        await RunAsync(SaasHost.Claret);

        var text = Assert.Single(once);
        Assert.DoesNotContain("Léa Martin", text, StringComparison.Ordinal);
        Assert.Contains(filed.Staff, text, StringComparison.Ordinal);
        Assert.Equal(2, (await MailsAsync(SaasHost.Claret, Role.Secretary, filed)).Count);
    }

    [Fact]
    public async Task Neither_what_is_due_later_nor_closed_nor_followed_by_nobody_nor_the_neighbours_is_told()
    {
        var later = await FollowedAsync(SaasHost.Claret, Role.Agent, dueIn: 20);
        var closed = await FollowedAsync(SaasHost.Claret, Role.Agent, dueIn: 3);
        await host.Visit(SaasHost.Claret, Role.Administrator).SubmitAsync($"{closed.Staff}/cloturer", "Clore la demande", ("Outcome", "Accepted"));
        var nobodys = await host.FileAsync(SaasHost.Claret);
        await DueInAsync(SaasHost.Claret, nobodys.Id, days: 3);
        var theirs = await FollowedAsync(SaasHost.Matelles, Role.Agent, dueIn: 3);

        await RunAsync(SaasHost.Claret);

        Assert.Empty(await MailsAsync(SaasHost.Claret, Role.Agent, later));
        Assert.Empty(await MailsAsync(SaasHost.Claret, Role.Agent, closed));
        Assert.Null((await host.RequestAsync(SaasHost.Claret, nobodys.Id)).RemindedOf);
        Assert.Empty(await MailsAsync(SaasHost.Matelles, Role.Agent, theirs));
    }

    [Fact]
    public async Task What_was_received_before_there_were_due_dates_gets_its_own()
    {
        var filed = await host.FileAsync(SaasHost.Claret, Given.ARequest(terms: new ProcedureTerms { Silence = Silence.Rejection, Months = 2 }));
        var due = (await host.RequestAsync(SaasHost.Claret, filed.Id)).DueOn;
        await host.InAsync(SaasHost.Claret, services => services.GetRequiredService<SaasDbContext>().Requests.Where(request => request.Id == filed.Id).ExecuteUpdateAsync(request => request.SetProperty(r => r.DueOn, (DateOnly?)null)));

        await RunAsync(SaasHost.Claret);

        Assert.NotNull(due);
        Assert.Equal(due, (await host.RequestAsync(SaasHost.Claret, filed.Id)).DueOn);
    }

    private async Task<Filed> FollowedAsync(string insee, Role role, int dueIn)
    {
        var filed = await host.FileAsync(insee);
        await host.InAsync(insee, async services =>
        {
            var db = services.GetRequiredService<SaasDbContext>();
            var account = await db.Set<Membership>().Where(member => member.Role == role).Select(member => member.AccountId).FirstAsync();
            await db.Requests.Where(request => request.Id == filed.Id).ExecuteUpdateAsync(request => request.SetProperty(r => r.AssigneeId, account));
        });
        await DueInAsync(insee, filed.Id, dueIn);
        return filed;
    }

    private Task DueInAsync(string insee, Guid id, int days) => host.InAsync(insee, async services =>
    {
        var day = services.GetRequiredService<CommuneClock>().Today.AddDays(days);
        await services.GetRequiredService<SaasDbContext>().Requests.Where(request => request.Id == id).ExecuteUpdateAsync(request => request.SetProperty(r => r.DueOn, day));
    });

    private Task RunAsync(string insee) => host.InAsync(insee, services => services.GetRequiredService<DeadlineReminders>().RunAsync(CancellationToken.None));

    private async Task<IReadOnlyList<string>> MailsAsync(string insee, Role role, Filed filed) =>
        [.. (await host.MailsToAsync(insee, SaasHost.EmailOf(insee, role))).Where(mail => mail.Text.Contains(filed.Reference, StringComparison.Ordinal)).Select(mail => mail.Text)];
}
