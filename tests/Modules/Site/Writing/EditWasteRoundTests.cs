using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Site.Tests.Writing;

public sealed class EditWasteRoundTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task A_postponement_changes_the_next_days_at_once()
    {
        var round = await Given.RoundAsync(host, SaasHost.Claret, new DateOnly(2031, 12, 4));

        // Only what is typed here changes: its kind, its days and its place stay.
        await host.Visit(SaasHost.Claret, Role.Administrator).SubmitAsync($"/gestion/site/collecte/{round.Id}", "Enregistrer", ("Jours fériés et reports", "04/12/2031 → 05/12/2031"));

        var article = (await host.Visit(SaasHost.Claret).OpenAsync("/collecte")).GetElementById($"collecte-{round.Slug}")!;
        Assert.Contains("vendredi 5 décembre, jeudi 11 décembre", article.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_round_of_another_commune_does_not_exist()
    {
        var round = await Given.RoundAsync(host, SaasHost.Matelles, new DateOnly(2031, 12, 4));

        Assert.Equal(HttpStatusCode.NotFound, (await host.Visit(SaasHost.Claret, Role.Administrator).GetAsync($"/gestion/site/collecte/{round.Id}")).StatusCode);
    }
}
