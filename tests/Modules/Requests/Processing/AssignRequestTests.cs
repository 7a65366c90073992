using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saas.Shell.Data;
using Saas.Shell.Identity;

namespace Saas.Modules.Requests.Tests.Processing;

public sealed class AssignRequestTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task A_request_given_to_a_colleague_is_among_theirs_and_the_resident_sees_nothing()
    {
        var colleague = await AColleagueAsync("Nour Benali", Role.Agent);
        var filed = await host.FileAsync(SaasHost.Claret);
        var staff = Staff();

        await staff.SubmitAsync($"{filed.Staff}/confier", "Confier", ("To", colleague.ToString()));

        var list = await staff.OpenAsync($"/gestion/demandes?etat=toutes&suivi={colleague}&q={filed.Reference}");
        Assert.Contains("Nour Benali", list.QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await staff.OpenAsync($"/gestion/demandes?etat=toutes&suivi=moi&q={filed.Reference}")).QuerySelectorAll("tbody tr"));
        Assert.False((await host.TimelineAsync(SaasHost.Claret, filed.Id))[^1].VisibleToResident);
    }

    [Fact]
    public async Task Who_takes_a_request_follows_it()
    {
        await AColleagueAsync("Sacha Morel", Role.Agent);
        var filed = await host.FileAsync(SaasHost.Claret);
        var staff = Staff();

        await staff.SubmitAsync(filed.Staff, "Prendre en charge");

        Assert.NotEmpty((await staff.OpenAsync($"/gestion/demandes?etat=en-cours&suivi=moi&q={filed.Reference}")).QuerySelectorAll("tbody tr"));
        Assert.Empty((await staff.OpenAsync($"/gestion/demandes?etat=en-cours&suivi=personne&q={filed.Reference}")).QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task Someone_who_only_reads_or_works_elsewhere_cannot_be_given_a_request()
    {
        var reader = await AColleagueAsync("Élue Lectrice", Role.Elected);
        var elsewhere = await host.InAsync(SaasHost.Matelles, services => services.GetRequiredService<SaasDbContext>().Set<Membership>().Select(member => member.AccountId).FirstAsync());
        var filed = await host.FileAsync(SaasHost.Claret);

        foreach (var account in new[] { reader, elsewhere })
        {
            var refused = await Browser.ReadAsync(await Staff().SubmitAsync($"{filed.Staff}/confier", "Confier", ("To", account.ToString())));

            Assert.StartsWith("Cette personne ne traite plus", refused.QuerySelector("#to-error")?.TextContent, StringComparison.Ordinal);
            Assert.Null((await host.RequestAsync(SaasHost.Claret, filed.Id)).AssigneeId);
        }
    }

    private Task<Guid> AColleagueAsync(string name, Role role) => host.InAsync(SaasHost.Claret, async services =>
        (await services.GetRequiredService<StaffAccounts>().AddMemberAsync($"{Guid.NewGuid():N}@claret.test", name, role, SaasHost.Password, CancellationToken.None)).Id);

    private Browser Staff() => host.Visit(SaasHost.Claret, Role.Administrator);
}
