using Microsoft.Extensions.DependencyInjection;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Requests.Tests.Processing;

public sealed class RequestsTodayTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task The_home_page_of_the_back_office_leads_to_what_waits_and_to_what_was_set_aside()
    {
        await host.FileAsync(SaasHost.Claret);
        await host.FileAsync(SaasHost.Claret, Given.ARequest(spam: true));

        var page = await host.Visit(SaasHost.Claret, Role.Administrator).OpenAsync("/gestion");

        Assert.NotNull(page.QuerySelector("main a[href='/gestion/demandes?etat=a-traiter']"));
        Assert.NotNull(page.QuerySelector("main a[href='/gestion/demandes?etat=indesirables']"));
    }

    [Fact]
    public async Task After_seven_days_without_an_answer_a_request_is_late()
    {
        await host.FileAsync(SaasHost.Claret);
        var later = host.AnotherNode(clock: new Later(TimeSpan.FromDays(8)));

        var page = await host.Visit(later, SaasHost.Claret, Role.Administrator).OpenAsync("/gestion");

        Assert.NotNull(page.QuerySelector("main a[href='/gestion/demandes?etat=en-retard']"));
    }

    [Fact]
    public async Task The_home_page_counts_what_is_due_this_week_and_what_is_overdue()
    {
        var filed = await host.FileAsync(SaasHost.Claret);
        var staff = host.Visit(SaasHost.Claret, Role.Administrator);
        var tomorrow = await host.InAsync(SaasHost.Claret, services => Task.FromResult(services.GetRequiredService<CommuneClock>().Today.AddDays(1)));
        await staff.SubmitAsync($"{filed.Staff}/echeance", "Enregistrer l’échéance", ("Échéance", $"{tomorrow:yyyy-MM-dd}"));
        var sameDay = host.AnotherNode(clock: new Later(TimeSpan.FromDays(1)));
        var later = host.AnotherNode(clock: new Later(TimeSpan.FromDays(3)));

        var due = await host.Visit(sameDay, SaasHost.Claret, Role.Administrator).OpenAsync("/gestion");
        var overdue = await host.Visit(later, SaasHost.Claret, Role.Administrator).OpenAsync("/gestion");

        Assert.NotNull(due.QuerySelector("main a[href='/gestion/demandes?etat=toutes&echeance=semaine&tri=echeance']"));
        Assert.NotNull(overdue.QuerySelector("main a[href='/gestion/demandes?etat=toutes&echeance=depassee&tri=echeance']"));
    }

    private sealed class Later(TimeSpan ahead) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;
    }
}
