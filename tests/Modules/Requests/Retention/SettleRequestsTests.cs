using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Saas.Shell.Identity;
using Saas.Shell.Settings;

namespace Saas.Modules.Requests.Tests.Retention;

public sealed class SettleRequestsTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task The_rules_are_the_communes_own_and_the_trail_tells_of_their_change()
    {
        var staff = host.Visit(SaasHost.Matelles, Role.Secretary);

        await staff.SubmitAsync(RequestsSettings.Address, "Enregistrer", ("Demandes closes", "72"), ("Indésirables", "90"), ("Rappel", "10"));

        var saved = await SettingsAsync(SaasHost.Matelles);
        Assert.Equal((72, 90, 10), (saved.RetentionMonths, saved.UnwantedDays, saved.ReminderDays));
        Assert.Equal(60, (await SettingsAsync(SaasHost.Claret)).RetentionMonths);
        Assert.Contains("a modifié les réglages des demandes", await host.Visit(SaasHost.Matelles, Role.Administrator).GetStringAsync("/gestion/journal?sorte=Settings"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0", "60")]
    [InlineData("deux ans", "60")]
    [InlineData("", "60")]
    [InlineData("60", "29")]
    [InlineData("99999999999999", "60")]
    public async Task A_length_that_cannot_be_is_refused_and_stays_in_its_field(string months, string days)
    {
        var before = await SettingsAsync(SaasHost.Claret);

        var answer = await host.Visit(SaasHost.Claret, Role.Secretary).SubmitAsync(RequestsSettings.Address, "Enregistrer", ("Demandes closes", months), ("Indésirables", days));

        var page = await Browser.ReadAsync(answer);
        Assert.NotEmpty(page.QuerySelector(".error-summary")!.TextContent);
        Assert.Equal(months, page.QuerySelector("#RetentionMonths")!.GetAttribute("value"));
        Assert.Equal(before, await SettingsAsync(SaasHost.Claret));
    }

    [Fact]
    public async Task An_agent_does_not_settle_them() =>
        Assert.NotEqual(HttpStatusCode.OK, (await host.Visit(SaasHost.Claret, Role.Agent).GetAsync(RequestsSettings.Address)).StatusCode);

    private Task<RequestsSettings> SettingsAsync(string insee) => host.InAsync(insee, services => services.GetRequiredService<ITenantSettings>().GetAsync<RequestsSettings>(CancellationToken.None));
}
