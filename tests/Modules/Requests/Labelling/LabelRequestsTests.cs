using Saas.Shell.Identity;

namespace Saas.Modules.Requests.Tests.Labelling;

public sealed class LabelRequestsTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string Address = "/gestion/demandes/ensemble/etiquettes";

    [Fact]
    public async Task A_label_is_put_on_what_was_ticked_and_taken_off_again()
    {
        var label = await host.ALabelAsync(SaasHost.Claret);
        var (first, second, third) = (await host.FileAsync(SaasHost.Claret), await host.FileAsync(SaasHost.Claret), await host.FileAsync(SaasHost.Claret));
        var staff = Staff();

        await staff.SubmitAsync($"{Address}?demande={first.Id}&demande={second.Id}", "Étiqueter 2", ("Étiquette", $"{label.Id}"));
        await staff.SubmitAsync($"{Address}?demande={second.Id}&demande={third.Id}", "Étiqueter 2", ("Étiquette", $"{label.Id}"));
        var all = await FoundAsync(staff, label.Id);
        await staff.SubmitAsync($"{Address}?demande={first.Id}", "Étiqueter 1", ("Étiquette", $"{label.Id}"), ("TakeOff", "true"));

        Assert.Equal(new[] { first.Reference, second.Reference, third.Reference }.Order(), all.Order());
        Assert.Equal(new[] { second.Reference, third.Reference }.Order(), (await FoundAsync(staff, label.Id)).Order());
    }

    [Fact]
    public async Task All_of_a_list_is_labelled_and_nothing_of_another_commune()
    {
        var procedure = $"Démarche {Guid.NewGuid():N}";
        var label = await host.ALabelAsync(SaasHost.Claret);
        for (var i = 0; i < 26; i++)
        {
            await host.FileAsync(SaasHost.Claret, Given.ARequest(procedure: procedure));
        }

        var theirs = await host.FileAsync(SaasHost.Matelles, Given.ARequest(procedure: procedure));
        var address = $"{Address}?etat=toutes&demarche={Uri.EscapeDataString(procedure)}&toutes=oui";

        await Staff().SubmitAsync(address, "Étiqueter 26", ("Étiquette", $"{label.Id}"));
        var stranger = await Staff().OpenAsync($"{Address}?demande={theirs.Id}");

        Assert.Contains("26 demandes", (await Staff().OpenAsync($"/gestion/demandes?etat=toutes&etiquette={label.Id}")).QuerySelector("caption")!.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.DoesNotContain(theirs.Reference, stranger.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_label_the_page_asks_for_one_and_without_a_request_it_leads_back()
    {
        await host.ALabelAsync(SaasHost.Claret);
        var filed = await host.FileAsync(SaasHost.Claret);

        var refused = await Browser.ReadAsync(await Staff().SubmitAsync($"{Address}?demande={filed.Id}", "Étiqueter 1"));
        var nothing = await Staff().GetAsync(Address);

        Assert.Equal("Choisissez une étiquette.", refused.QuerySelector("#label-error")!.TextContent);
        Assert.StartsWith("/gestion/demandes", nothing.Headers.Location?.ToString(), StringComparison.Ordinal);
    }

    private static async Task<IEnumerable<string>> FoundAsync(Browser staff, Guid label) =>
        (await staff.OpenAsync($"/gestion/demandes?etat=toutes&etiquette={label}")).QuerySelectorAll("tbody th").Select(cell => cell.TextContent.Trim());

    private Browser Staff() => host.Visit(SaasHost.Claret, Role.Agent);
}
