using Saas.Shell.Identity;

namespace Saas.Modules.Requests.Tests.Labelling;

public sealed class ListLabelsTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task Each_label_says_how_many_requests_bear_it_and_leads_to_them()
    {
        var label = await host.ALabelAsync(SaasHost.Claret);
        var filed = await host.FileAsync(SaasHost.Claret);
        var staff = host.Visit(SaasHost.Claret, Role.Administrator);
        await staff.SubmitAsync($"{filed.Staff}/etiquettes", "Enregistrer les étiquettes", ("Chosen", $"{label.Id}"));

        var page = await staff.OpenAsync("/gestion/demandes/etiquettes");

        var link = page.QuerySelectorAll("tbody tr").Single(row => row.TextContent.Contains(label.Name, StringComparison.Ordinal)).QuerySelector("td a")!;
        Assert.Equal("1 demande", link.TextContent.Replace('\u00a0', ' '));
        Assert.Contains(filed.Reference, (await staff.OpenAsync(link.GetAttribute("href")!)).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
    }
}
