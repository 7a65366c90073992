using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saas.Shell.Data;
using Saas.Shell.Identity;

namespace Saas.Shell.Tests.Identity;

public sealed class StaffAccountsTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task Adding_the_same_person_several_times_at_once_makes_one_account_and_one_member()
    {
        const string email = "jeanne@34078.test";

        var added = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => host.InAsync(SaasHost.Claret, services =>
            services.GetRequiredService<StaffAccounts>().AddMemberAsync(email, "Jeanne", Role.Elected, SaasHost.Password, CancellationToken.None))));

        var account = Assert.Single(added.Select(person => person.Id).Distinct());
        Assert.Equal(1, await host.InAsync(SaasHost.Claret, services =>
            services.GetRequiredService<SaasDbContext>().Set<Membership>().CountAsync(member => member.AccountId == account)));
    }
}
