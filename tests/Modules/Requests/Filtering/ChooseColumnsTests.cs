using Saas.Shell.Identity;

namespace Saas.Modules.Requests.Tests.Filtering;

public sealed class ChooseColumnsTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string Address = "/gestion/demandes/colonnes";

    [Fact]
    public async Task The_list_shows_the_columns_that_this_person_chose_and_the_others_see_theirs()
    {
        await host.FileAsync(SaasHost.Matelles);
        var staff = host.Visit(SaasHost.Matelles, Role.Agent);

        await staff.SubmitAsync(Address, "Choisir ces colonnes", ("Chosen", "State"));
        await staff.SubmitAsync(Address, "Choisir ces colonnes", ("Chosen", "Received"));

        Assert.Equal(["Référence", "Reçue"], await HeadsAsync(Role.Agent));
        Assert.Contains("Demandeur", await HeadsAsync(Role.Secretary));
    }

    [Fact]
    public async Task A_column_that_does_not_exist_is_refused()
    {
        var answer = await host.Visit(SaasHost.Claret, Role.Agent).SubmitAsync(Address, "Choisir ces colonnes", ("Chosen", "Mot de passe"));

        Assert.NotNull((await Browser.ReadAsync(answer)).QuerySelector("input[name=Chosen]"));
    }

    private async Task<IEnumerable<string>> HeadsAsync(Role role) =>
        (await host.Visit(SaasHost.Matelles, role).OpenAsync("/gestion/demandes?etat=toutes")).QuerySelectorAll("thead th").Select(cell => cell.TextContent.Trim());
}
