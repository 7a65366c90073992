using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saas.Shell.Data;
using Saas.Shell.Identity;

namespace Saas.Shell.Tests.Identity;

public sealed class TeamTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task Two_administrators_who_give_their_role_up_in_the_same_instant_leave_one()
    {
        const string Alone = "34259";
        await host.FoundAsync(Alone);
        await host.InAsync(Alone, services => SaasHost.AddAdministratorAsync(services, "autre@34259.test", "L’autre"));
        var administrators = await host.InAsync(Alone, services => services.GetRequiredService<SaasDbContext>().Set<Membership>().Where(m => m.Role == Role.Administrator).Select(m => m.Id).ToListAsync());

        var outcomes = await Task.WhenAll(administrators.Select(id => host.InAsync(Alone, services => services.GetRequiredService<Team>().ChangeAsync(id, Role.Elected, departmentId: null, CancellationToken.None))));

        Assert.Equal(2, administrators.Count);
        Assert.Single(outcomes, TeamOutcome.Done);
        Assert.Single(outcomes, TeamOutcome.LastAdministrator);
    }
}
