using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saas.Modules.Requests.Processing;
using Saas.Shell.Data;
using Saas.Shell.Jobs;

namespace Saas.Modules.Requests.Tests.Processing;

public sealed class DailyRoundTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task The_first_request_plans_the_round_and_each_round_the_next()
    {
        await host.FileAsync(SaasHost.Matelles);
        var planned = await DueAsync();
        await host.InAsync(SaasHost.Matelles, services => services.GetRequiredService<SaasDbContext>().Set<DueWork>().Where(work => work.Kind == DailyRound.Kind && work.TenantId == host.Tenant(SaasHost.Matelles).Id).ExecuteDeleteAsync());

        await host.InAsync(SaasHost.Matelles, services => services.GetRequiredKeyedService<ITenantJob>(DailyRound.Kind).RunAsync(Guid.Empty, CancellationToken.None));

        Assert.InRange(planned, DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(1));
        Assert.InRange(await DueAsync(), DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(1));
    }

    private Task<DateTimeOffset> DueAsync() => host.InAsync(SaasHost.Matelles, services =>
        services.GetRequiredService<SaasDbContext>().Set<DueWork>().Where(work => work.Kind == DailyRound.Kind && work.TenantId == host.Tenant(SaasHost.Matelles).Id).Select(work => work.DueAt).SingleAsync());
}
