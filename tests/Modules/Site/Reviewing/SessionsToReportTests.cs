using Saas.Shell.Identity;

namespace Saas.Modules.Site.Tests.Reviewing;

public sealed class SessionsToReportTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task A_session_of_the_week_waits_for_its_list_until_it_is_written()
    {
        const string Boujan = "34037";
        await host.FoundAsync(Boujan);
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        await Given.SessionAsync(host, Boujan, today.AddDays(9));
        await Given.SessionAsync(host, Boujan, today.AddDays(-4), publish: false);
        await Given.SessionAsync(host, Boujan, today.AddDays(-400));
        var session = await Given.SessionAsync(host, Boujan, today.AddDays(-3));
        var browser = host.Visit(Boujan, Role.Administrator);

        var before = await browser.OpenAsync("/gestion");
        await browser.SubmitAsync($"/gestion/site/seances/{session.Id}", "Enregistrer", ("Liste des délibérations examinées", "<p>1. Budget</p>"));
        var after = await browser.OpenAsync("/gestion");

        Assert.Contains("1", before.QuerySelector($"main a[href='/gestion/site/seances/{session.Id}']")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("à mettre en ligne", after.Body!.TextContent, StringComparison.Ordinal);
    }
}
