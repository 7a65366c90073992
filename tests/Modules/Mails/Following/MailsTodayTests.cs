using Saas.Shell.Identity;

namespace Saas.Modules.Mails.Tests.Following;

public sealed class MailsTodayTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string Commune = "34014";

    [Fact]
    public async Task A_mail_that_did_not_leave_is_a_job_until_someone_dealt_with_it()
    {
        await host.FoundAsync(Commune);
        var mail = await host.ARefusedMailAsync("parti@example.test", Commune);
        var secretary = host.Visit(Commune, Role.Administrator);

        var before = await secretary.OpenAsync("/gestion");
        await secretary.SubmitAsync($"/gestion/courriels/{mail.Id}", "C’est réglé");
        var after = await secretary.OpenAsync("/gestion");

        Assert.Contains("Le courriel à parti@example.test n’est pas parti : téléphoner", before.Body!.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.NotNull(before.QuerySelector($"main a[href='/gestion/courriels/{mail.Id}']"));
        Assert.DoesNotContain("parti@example.test", after.Body!.TextContent, StringComparison.Ordinal);
    }
}
