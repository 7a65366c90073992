using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Accounts.Tests.Today;

public sealed class ArrangeFirstHourTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string Address = "/gestion/bien-demarrer";

    [Fact]
    public async Task The_list_that_an_administrator_puts_away_is_gone_for_the_whole_team_of_this_commune_and_comes_back()
    {
        const string insee = "34014";
        await host.FoundAsync(insee);
        var administrator = host.Visit(insee, Role.Administrator);
        var form = await administrator.OpenAsync("/gestion");

        await administrator.SubmitAsync(form, "/gestion", "Ranger cette liste");
        await administrator.SubmitAsync(form, "/gestion", "Ranger cette liste");
        var away = await ListAsync(administrator);
        var colleague = await ListAsync(host.Visit(insee, Role.Secretary));
        var neighbour = await ListAsync(host.Visit(SaasHost.Matelles, Role.Administrator));
        await administrator.SubmitAsync("/gestion", "L’afficher à nouveau");
        var back = await ListAsync(administrator);

        Assert.Empty(away);
        Assert.Empty(colleague);
        Assert.NotEmpty(neighbour);
        Assert.NotEmpty(back);
    }

    [Fact]
    public async Task Only_an_administrator_puts_it_away()
    {
        var secretary = host.Visit(SaasHost.Claret, Role.Secretary);

        var page = await secretary.OpenAsync("/gestion");

        Assert.DoesNotContain("Ranger cette liste", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await secretary.GetAsync(Address)).StatusCode);
    }

    private static async Task<IReadOnlyList<string>> ListAsync(Browser browser) =>
        [.. (await browser.OpenAsync("/gestion")).QuerySelectorAll(".checklist li").Select(step => step.TextContent)];
}
