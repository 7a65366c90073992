using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Jobs;
using Saas.Shell.Web;

namespace Saas.Shell.Tests.Jobs;

public sealed class PurgeExpiredTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task Sessions_that_expired_and_forms_nobody_came_back_to_are_erased_in_every_commune_and_the_others_kept()
    {
        var now = TimeProvider.System.GetUtcNow();
        var gone = await LeaveAsync(SaasHost.Claret, now.AddHours(-13), now.AddMinutes(-1));
        var goneToo = await LeaveAsync(SaasHost.Matelles, now.AddHours(-13), now.AddMinutes(-1));
        var kept = await LeaveAsync(SaasHost.Claret, now.AddHours(-11), now.AddMinutes(10));

        await using (var scope = host.Application.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredKeyedService<IDailyJob>(nameof(PurgeExpired)).RunAsync(CancellationToken.None);
        }

        Assert.Equal((false, false), await FoundAsync(SaasHost.Claret, gone));
        Assert.Equal((false, false), await FoundAsync(SaasHost.Matelles, goneToo));
        Assert.Equal((true, true), await FoundAsync(SaasHost.Claret, kept));
    }

    private Task<byte[]> LeaveAsync(string insee, DateTimeOffset keptAt, DateTimeOffset expiresAt) => host.InAsync(insee, async services =>
    {
        var db = services.GetRequiredService<SaasDbContext>();
        var key = Guid.NewGuid().ToByteArray();
        var account = await db.Set<Membership>().Select(member => member.AccountId).FirstAsync();
        db.Add(new Session { KeyHash = key, AccountId = account, TenantId = db.TenantId, CreatedAt = keptAt, ExpiresAt = expiresAt });
        db.Add(new KeptPost { AccountId = account, Address = "/gestion", Content = key, KeptAt = keptAt });
        await db.SaveChangesAsync();
        return key;
    });

    private Task<(bool Session, bool Form)> FoundAsync(string insee, byte[] key) => host.InAsync(insee, async services =>
    {
        var db = services.GetRequiredService<SaasDbContext>();
        return (await db.Set<Session>().AnyAsync(session => session.KeyHash == key), await db.Set<KeptPost>().AnyAsync(post => post.Content == key));
    });
}
