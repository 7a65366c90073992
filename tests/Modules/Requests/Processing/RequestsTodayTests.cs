using Saas.Shell.Identity;

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

    private sealed class Later(TimeSpan ahead) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;
    }
}
