using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Jobs;

namespace Saas.Shell.Tests.Jobs;

public sealed class StuckJobsTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Work_stays_as_it_was_when_the_trail_cannot_be_written(bool relaunch)
    {
        var work = new DueWork { TenantId = host.Tenant(SaasHost.Claret).Id, Kind = "nobody.knows", Id = Guid.CreateVersion7(), DueAt = DateTimeOffset.UtcNow.AddHours(-2) };
        await using var scope = host.Application.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SaasDbContext>();
        db.Add(work);
        await db.SaveChangesAsync();
        var jobs = scope.ServiceProvider.GetRequiredService<StuckJobs>();

        // Refused by the database in the same save as the entry of the trail.
        db.Add(new LostSecondFactor { AccountId = Guid.CreateVersion7(), TenantId = work.TenantId, AskedBy = Guid.Empty, AskedAt = DateTimeOffset.UtcNow });
        await Assert.ThrowsAsync<DbUpdateException>(() => relaunch
            ? jobs.RelaunchAsync(work.TenantId, work.Kind, work.Id, CancellationToken.None)
            : jobs.AbandonAsync(work.TenantId, work.Kind, work.Id, "essai", CancellationToken.None));

        await using var later = host.Application.Services.CreateAsyncScope();
        var kept = await later.ServiceProvider.GetRequiredService<SaasDbContext>().Set<DueWork>().AsNoTracking().SingleOrDefaultAsync(known => known.Id == work.Id);
        Assert.True(kept?.DueAt < DateTimeOffset.UtcNow.AddHours(-1));
    }
}
