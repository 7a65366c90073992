using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Saas.Shell.Assistance;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Jobs;

namespace Saas.Shell.Tests.Audit;

public sealed class PurgeAuditTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task What_is_older_than_five_years_goes_in_every_commune_and_the_rest_stays()
    {
        await EnterAsync(SaasHost.Claret, "vieux ici", years: 6);
        await EnterAsync(SaasHost.Matelles, "vieux là", years: 6);
        await EnterAsync(SaasHost.Claret, "récent", years: 4);

        await using (var scope = host.Application.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredKeyedService<IDailyJob>(nameof(PurgeAudit)).RunAsync(CancellationToken.None);
        }

        Assert.False(await IsThereAsync(SaasHost.Claret, "vieux ici"));
        Assert.False(await IsThereAsync(SaasHost.Matelles, "vieux là"));
        Assert.True(await IsThereAsync(SaasHost.Claret, "récent"));
    }

    [Fact]
    public async Task Whatever_is_asked_for_the_last_year_stays()
    {
        await EnterAsync(SaasHost.Claret, "hier ou presque", years: 0);
        await using var source = NpgsqlDataSource.Create(host.Database.Application);
        await using var sweep = source.CreateCommand("select shell.purge_audit(now() + interval '1 day')");

        await sweep.ExecuteNonQueryAsync();

        Assert.True(await IsThereAsync(SaasHost.Claret, "hier ou presque"));
    }

    [Fact]
    public async Task Who_was_let_in_is_forgotten_with_what_they_did_and_who_is_in_is_not()
    {
        await host.FoundAsync("34065");
        await Testing.Assistance.EnterAsync(host, "34065", mayAct: false);
        await Testing.Assistance.EndAsync(host, "34065");
        await host.InAsync("34065", services => services.GetRequiredService<SaasDbContext>().Set<AssistanceConsent>()
            .ExecuteUpdateAsync(set => set.SetProperty(consent => consent.EndedAt, DateTimeOffset.UtcNow.AddYears(-6))));
        await Testing.Assistance.EnterAsync(host, "34065", mayAct: true);

        await using (var scope = host.Application.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredKeyedService<IDailyJob>(nameof(PurgeAudit)).RunAsync(CancellationToken.None);
        }

        var kept = await host.InAsync("34065", services => services.GetRequiredService<SaasDbContext>().Set<AssistanceVisit>().Include(visit => visit.Consent).ToListAsync());
        Assert.True(Assert.Single(kept).Consent.MayAct);
    }

    private Task EnterAsync(string insee, string deed, int years) => host.InAsync(insee, async services =>
    {
        var db = services.GetRequiredService<SaasDbContext>();
        db.Add(new AuditEntry
        {
            At = DateTimeOffset.UtcNow.AddYears(-years),
            AccountId = null,
            Person = "Essai",
            Kind = AuditKind.Site,
            Deed = deed,
            Address = null,
            Changes = [],
            SearchText = "",
        });
        await db.SaveChangesAsync();
    });

    private Task<bool> IsThereAsync(string insee, string deed) => host.InAsync(insee, services =>
        services.GetRequiredService<SaasDbContext>().Set<AuditEntry>().AnyAsync(entry => entry.Deed == deed));
}
