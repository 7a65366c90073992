using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Saas.Contracts.Requests;
using Saas.Modules.Requests.Model;
using Saas.Modules.Requests.Retention;
using Saas.Shell.Audit;
using Saas.Shell.Data;
using Saas.Shell.Files;
using Saas.Shell.Identity;
using Saas.Shell.Mail;
using Saas.Shell.Web;

namespace Saas.Modules.Requests.Tests.Retention;

public sealed class RequestErasuresTests(SaasHost host) : IClassFixture<SaasHost>
{
    private static readonly DateTimeOffset SixYearsAgo = DateTimeOffset.UtcNow.AddYears(-6);

    [Fact]
    public async Task A_request_is_announced_thirty_days_before_and_nothing_of_it_stays_but_a_certificate()
    {
        var file = await host.StoreAsync(SaasHost.Claret, "ancienne");
        var filed = await host.FileLongAgoAsync(SaasHost.Claret, SixYearsAgo, Given.ARequest(sender: "Zoé Ancienne", files: [file]));
        await AddAsync(OutgoingMail.From(new Mail("zoe@exemple.test", "Votre demande", ["Bonjour"]) { Origin = new MailOrigin(filed.Id, "/") }, SixYearsAgo));
        await AddAsync(new RequestLabel { RequestId = filed.Id, LabelId = (await host.ALabelAsync(SaasHost.Claret)).Id });
        var opinion = new Opinion(filed.Id);
        opinion.Say(5, "Merci", SixYearsAgo);
        await AddAsync(opinion);

        await RunAsync();
        var announced = await host.PlanAsync(SaasHost.Claret, filed.Id);
        await RunAsync();
        var stillThere = await host.ExistsAsync(SaasHost.Claret, filed.Id);
        await ComeAsync(filed.Id);
        await RunAsync();

        Assert.Equal(await TodayAsync(30), announced!.EraseOn);
        Assert.True(stillThere);
        Assert.False(await host.ExistsAsync(SaasHost.Claret, filed.Id));
        Assert.Empty(await host.TimelineAsync(SaasHost.Claret, filed.Id));
        Assert.Null(await host.PlanAsync(SaasHost.Claret, filed.Id));
        Assert.False(await AnyAsync(db => db.Set<StoredFile>().AnyAsync(known => known.Id == file.Id)));
        Assert.False(await AnyAsync(db => db.Set<OutgoingMail>().AnyAsync(mail => mail.About == filed.Id)));
        Assert.False(await AnyAsync(db => db.Opinions.AnyAsync(known => known.Id == filed.Id)));
        var certificate = await host.InAsync(SaasHost.Claret, services => services.GetRequiredService<SaasDbContext>().ErasedRequests.SingleAsync(erased => erased.Id == filed.Id));
        Assert.Equal((filed.Reference, "Location de la salle des fêtes", 1), (certificate.Reference, certificate.Procedure, certificate.FileCount));
        Assert.Equal("60 mois après la clôture, règle générale", certificate.Rule.Replace('\u00a0', ' '));
        Assert.Contains(await DeedsAsync(), deed => deed.Replace('\u00a0', ' ').StartsWith("a effacé", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_rule_of_the_procedure_goes_before_that_of_the_commune()
    {
        var twoYearsAgo = DateTimeOffset.UtcNow.AddYears(-2);
        var shortly = await host.FileLongAgoAsync(SaasHost.Claret, twoYearsAgo, Given.ARequest(terms: new ProcedureTerms { RetentionMonths = 12 }));
        var usually = await host.FileLongAgoAsync(SaasHost.Claret, twoYearsAgo);
        var long_ = await host.FileLongAgoAsync(SaasHost.Claret, SixYearsAgo, Given.ARequest(terms: new ProcedureTerms { RetentionMonths = 120 }));

        await RunAsync();

        Assert.NotNull(await host.PlanAsync(SaasHost.Claret, shortly.Id));
        Assert.Null(await host.PlanAsync(SaasHost.Claret, usually.Id));
        Assert.Null(await host.PlanAsync(SaasHost.Claret, long_.Id));
    }

    [Fact]
    public async Task What_was_set_aside_as_unwanted_goes_sooner()
    {
        var filed = await host.FileLongAgoAsync(SaasHost.Claret, DateTimeOffset.UtcNow.AddDays(-61), Given.ARequest(spam: true));
        var recent = await host.FileLongAgoAsync(SaasHost.Claret, DateTimeOffset.UtcNow.AddDays(-20), Given.ARequest(spam: true));

        await RunAsync();
        await ComeAsync(filed.Id);
        await RunAsync();

        Assert.False(await host.ExistsAsync(SaasHost.Claret, filed.Id));
        Assert.Null(await host.PlanAsync(SaasHost.Claret, recent.Id));
    }

    [Fact]
    public async Task What_is_kept_for_a_reason_stays_and_what_is_reopened_is_no_longer_announced()
    {
        var kept = await host.FileLongAgoAsync(SaasHost.Claret, SixYearsAgo);
        var reopened = await host.FileLongAgoAsync(SaasHost.Claret, SixYearsAgo);
        var staff = host.Visit(SaasHost.Claret, Role.Administrator);
        await RunAsync();
        await staff.SubmitAsync($"{kept.Staff}/conserver", "Garder la demande", ("La garder jusqu’au", $"{DateTime.UtcNow.AddYears(1):yyyy-MM-dd}"), ("Motif", "Recours"));
        await staff.SubmitAsync($"{reopened.Staff}/rouvrir", button: null);

        await RunAsync();

        Assert.True(await host.ExistsAsync(SaasHost.Claret, kept.Id));
        Assert.True((await host.PlanAsync(SaasHost.Claret, kept.Id))!.EraseOn > await TodayAsync(360));
        Assert.Null(await host.PlanAsync(SaasHost.Claret, reopened.Id));
    }

    [Fact]
    public async Task A_request_about_which_something_was_said_lately_is_put_off()
    {
        var filed = await host.FileLongAgoAsync(SaasHost.Claret, SixYearsAgo);
        await RunAsync();
        await host.Visit(SaasHost.Claret, Role.Administrator).SubmitAsync(filed.Staff, "Ajouter la note", ("Note interne", "On en parle encore."));
        await ComeAsync(filed.Id);

        await RunAsync();

        Assert.True(await host.ExistsAsync(SaasHost.Claret, filed.Id));
        Assert.Equal(await TodayAsync(31), (await host.PlanAsync(SaasHost.Claret, filed.Id))!.EraseOn);
    }

    [Fact]
    public async Task The_requests_of_another_commune_stay()
    {
        var theirs = await host.FileLongAgoAsync(SaasHost.Matelles, SixYearsAgo);
        await AddAsync(new PlannedErasure(theirs.Id, default, default, SixYearsAgo), SaasHost.Matelles);

        await RunAsync();

        Assert.True(await host.ExistsAsync(SaasHost.Matelles, theirs.Id));
        Assert.NotEmpty(await host.TimelineAsync(SaasHost.Matelles, theirs.Id));
    }

    [Fact]
    public async Task A_certificate_does_not_erase_the_request_of_another_commune()
    {
        var theirs = await host.FileLongAgoAsync(SaasHost.Matelles, SixYearsAgo);

        await AddAsync(ACertificate(theirs));

        Assert.True(await host.ExistsAsync(SaasHost.Matelles, theirs.Id));
    }

    [Fact]
    public async Task Whoever_takes_the_application_over_erases_nothing_recent_and_no_request_without_its_certificate()
    {
        var recent = await host.FileAsync(SaasHost.Claret);
        var old = await host.FileLongAgoAsync(SaasHost.Claret, SixYearsAgo);

        var refused = await Assert.ThrowsAsync<DbUpdateException>(() => AddAsync(ACertificate(recent)));
        var forbidden = await Assert.ThrowsAsync<PostgresException>(() => host.InAsync(SaasHost.Claret, services =>
            services.GetRequiredService<SaasDbContext>().Requests.Where(request => request.Id == old.Id).ExecuteDeleteAsync()));
        var unsaid = await Assert.ThrowsAsync<PostgresException>(() => host.InAsync(SaasHost.Claret, services =>
            services.GetRequiredService<SaasDbContext>().ErasedRequests.ExecuteDeleteAsync()));

        Assert.Contains("thirty days", refused.InnerException!.Message, StringComparison.Ordinal);
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, forbidden.SqlState);
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, unsaid.SqlState);
        Assert.True(await host.ExistsAsync(SaasHost.Claret, recent.Id));
        Assert.True(await host.ExistsAsync(SaasHost.Claret, old.Id));
    }

    private static ErasedRequest ACertificate(Filed filed) => new()
    {
        Id = filed.Id,
        Reference = filed.Reference,
        Procedure = "Une démarche",
        ReceivedAt = SixYearsAgo,
        ClosedAt = null,
        FileCount = 0,
        Rule = "Aucune",
        ErasedAt = DateTimeOffset.UtcNow,
    };

    private Task RunAsync() => host.InAsync(SaasHost.Claret, services => services.GetRequiredService<RequestErasures>().RunAsync(CancellationToken.None));

    /// <summary>The day it was announced for is here.</summary>
    private Task ComeAsync(Guid id) => host.InAsync(SaasHost.Claret, async services =>
    {
        var today = services.GetRequiredService<CommuneClock>().Today;
        await services.GetRequiredService<SaasDbContext>().PlannedErasures.Where(plan => plan.Id == id).ExecuteUpdateAsync(plan => plan.SetProperty(p => p.EraseOn, today));
    });

    private Task<DateOnly> TodayAsync(int days) => host.InAsync(SaasHost.Claret, services => Task.FromResult(services.GetRequiredService<CommuneClock>().Today.AddDays(days)));

    private Task<bool> AnyAsync(Func<SaasDbContext, Task<bool>> ask) => host.InAsync(SaasHost.Claret, services => ask(services.GetRequiredService<SaasDbContext>()));

    private Task<List<string>> DeedsAsync() => host.InAsync(SaasHost.Claret, services => services.GetRequiredService<SaasDbContext>().Set<AuditEntry>().Select(entry => entry.Deed).ToListAsync());

    private Task AddAsync(object row, string insee = SaasHost.Claret) => host.InAsync(insee, async services =>
    {
        var db = services.GetRequiredService<SaasDbContext>();
        db.Add(row);
        await db.SaveChangesAsync();
    });
}
