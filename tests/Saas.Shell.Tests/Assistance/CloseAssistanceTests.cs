using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saas.Shell.Assistance;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Jobs;

namespace Saas.Shell.Tests.Assistance;

public sealed class CloseAssistanceTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task When_the_time_is_over_the_visit_ends_and_both_trails_say_so_once()
    {
        await host.FoundAsync("34061");
        await Testing.Assistance.EnterAsync(host, "34061", mayAct: true);
        await host.InAsync("34061", services => services.GetRequiredService<SaasDbContext>().Set<AssistanceConsent>()
            .ExecuteUpdateAsync(set => set.SetProperty(consent => consent.ExpiresAt, DateTimeOffset.UtcNow.AddSeconds(-1))));

        await RunAsync("34061");
        await RunAsync("34061");

        await host.InAsync("34061", async services =>
        {
            var db = services.GetRequiredService<SaasDbContext>();
            var visit = await db.Set<AssistanceVisit>().Include(visit => visit.Consent).SingleAsync();
            Assert.Equal(visit.Consent.ExpiresAt, visit.LeftAt);
            Assert.Equal(visit.Consent.ExpiresAt, visit.Consent.EndedAt);
            Assert.False(await db.Set<Session>().AnyAsync(session => session.VisitId == visit.Id));
            Assert.Single(await db.Set<AuditEntry>().Where(entry => entry.Person == "Parvis" && entry.Deed.Contains("a fermé l’assistance")).ToListAsync());
            var tenant = db.TenantId;
            Assert.Single(await db.Set<PlatformAuditEntry>().Where(entry => entry.SiteId == tenant && entry.Deed.Contains("le temps est passé")).ToListAsync());
        });
    }

    [Fact]
    public async Task Before_its_time_nothing_ends()
    {
        await host.FoundAsync("34062");
        var inside = await Testing.Assistance.EnterAsync(host, "34062", mayAct: true);

        await RunAsync("34062");

        Assert.Equal(System.Net.HttpStatusCode.OK, (await inside.GetAsync("/gestion")).StatusCode);
    }

    [Fact]
    public async Task Its_end_is_planned_with_it()
    {
        await host.FoundAsync("34063");
        await Testing.Assistance.AllowAsync(host, "34063", mayAct: false, hours: 72);

        await host.InAsync("34063", async services =>
        {
            var db = services.GetRequiredService<SaasDbContext>();
            var (tenant, consent) = (db.TenantId, await db.Set<AssistanceConsent>().SingleAsync());
            var due = await db.Set<DueWork>().SingleAsync(work => work.TenantId == tenant && work.Kind == CloseAssistance.Kind);
            Assert.Equal(consent.ExpiresAt, due.DueAt);
            Assert.Equal(consent.OpenedAt.AddHours(72), consent.ExpiresAt);
        });
    }

    private Task RunAsync(string insee) => host.InAsync(insee, async services =>
        await services.GetRequiredKeyedService<ITenantJob>(CloseAssistance.Kind).RunAsync(
            await services.GetRequiredService<SaasDbContext>().Set<AssistanceConsent>().Select(consent => consent.Id).SingleAsync(), CancellationToken.None));
}
