using Saas.Shell.Identity;

namespace Saas.Modules.Requests.Tests.Filtering;

public sealed class SaveFilterTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string Address = "/gestion/demandes/filtres/nouveau?etat=toutes&suivi=moi&echeance=semaine&tri=echeance&q=salle";

    [Fact]
    public async Task A_filter_under_a_name_stands_above_the_list_for_its_owner_alone_and_leads_to_the_same_requests()
    {
        var name = AName();
        await host.FileAsync(SaasHost.Claret);

        await Visit(Role.Secretary).SubmitAsync(Address, "Enregistrer le filtre", ("Nom", name));

        Assert.Equal("/gestion/demandes?etat=toutes&suivi=moi&echeance=semaine&tri=echeance&q=salle", await LinkAsync(Role.Secretary, name));
        Assert.Null(await LinkAsync(Role.Agent, name));
    }

    [Fact]
    public async Task A_shared_one_is_the_teams_and_who_only_reads_shares_nothing()
    {
        var (shared, own) = (AName(), AName());
        await host.FileAsync(SaasHost.Claret);

        await Visit(Role.Secretary).SubmitAsync(Address, "Enregistrer le filtre", ("Nom", shared), ("Shared", "true"));
        var elected = Visit(Role.Elected);
        var page = await elected.OpenAsync(Address);
        await elected.SubmitAsync(page, Address, "Enregistrer le filtre", [("Nom", own)]);

        Assert.NotNull(await LinkAsync(Role.Elected, shared));
        Assert.NotNull(await LinkAsync(Role.Elected, own));
        Assert.Null(await LinkAsync(Role.Secretary, own));
        Assert.Null(page.QuerySelector("#Shared"));
    }

    [Fact]
    public async Task Sent_twice_it_is_one_and_the_same_name_twice_is_refused()
    {
        var name = AName();
        var staff = Visit(Role.Secretary);
        var page = await staff.OpenAsync(Address);
        await staff.SubmitAsync(page, Address, "Enregistrer le filtre", [("Nom", name)]);

        var again = await staff.SubmitAsync(page, Address, "Enregistrer le filtre", [("Nom", name)]);
        var other = await Browser.ReadAsync(await staff.SubmitAsync(Address, "Enregistrer le filtre", ("Nom", name)));
        var nameless = await Browser.ReadAsync(await staff.SubmitAsync(Address, "Enregistrer le filtre", ("Nom", "")));

        Assert.StartsWith("/gestion/demandes?", again.Headers.Location?.ToString(), StringComparison.Ordinal);
        Assert.Contains("porte déjà ce nom", other.QuerySelector("#name-error")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Donnez un nom", nameless.QuerySelector("#name-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("salle", nameless.QuerySelector("main input[name=q]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_filter_of_another_commune_does_not_exist()
    {
        var name = AName();
        await host.FileAsync(SaasHost.Claret);

        await host.Visit(SaasHost.Matelles, Role.Secretary).SubmitAsync(Address, "Enregistrer le filtre", ("Nom", name), ("Shared", "true"));

        Assert.Null(await LinkAsync(Role.Secretary, name));
    }

    private static string AName() => $"Filtre {Guid.NewGuid():N}";

    private Browser Visit(Role role) => host.Visit(SaasHost.Claret, role);

    private async Task<string?> LinkAsync(Role role, string name) =>
        (await Visit(role).OpenAsync("/gestion/demandes")).QuerySelectorAll("nav[aria-label='Filtres enregistrés'] a").FirstOrDefault(link => link.TextContent == name)?.GetAttribute("href");
}
