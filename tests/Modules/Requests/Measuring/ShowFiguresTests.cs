using Saas.Shell.Identity;

namespace Saas.Modules.Requests.Tests.Measuring;

public sealed class ShowFiguresTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string Address = "/gestion/demandes/chiffres";

    [Fact]
    public async Task The_mayor_reads_what_came_in_what_became_of_it_and_how_fast()
    {
        var procedure = $"Démarche {Guid.NewGuid():N}";
        var year = DateTimeOffset.UtcNow.Year - 2;
        await host.FileLongAgoAsync(SaasHost.Claret, new DateTimeOffset(year, 3, 1, 12, 0, 0, TimeSpan.Zero), Given.ARequest(procedure: procedure));
        await host.FileLongAgoAsync(SaasHost.Claret, new DateTimeOffset(year, 3, 2, 12, 0, 0, TimeSpan.Zero), Given.ARequest(procedure: procedure));
        await host.FileLongAgoAsync(SaasHost.Matelles, new DateTimeOffset(year, 3, 1, 12, 0, 0, TimeSpan.Zero), Given.ARequest(procedure: $"{procedure} d’à côté"));
        var mayor = host.Visit(SaasHost.Claret, Role.Elected);

        var page = await mayor.OpenAsync($"{Address}?annee={year}&demarche={Uri.EscapeDataString(procedure)}");
        var csv = await mayor.GetStringAsync($"{Address}?annee={year}&format=csv");

        var march = page.QuerySelectorAll("tbody tr").First(row => row.QuerySelector("th")!.TextContent == "mars");
        Assert.Equal(["2", "0"], march.QuerySelectorAll("td").Take(2).Select(cell => cell.TextContent.Trim()));
        Assert.Contains($"{year}-03;{procedure};2;0;0;0;31;;0;0;0;", csv, StringComparison.Ordinal);
        Assert.Contains($"{year}-04;{procedure};0;2;2;0;;31;0;0;0;", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("d’à côté", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("Léa Martin", csv, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("annee=1850")]
    [InlineData("annee=99999")]
    [InlineData("annee=abc&demarche=%3Cscript%3E")]
    [InlineData("annee=2001")]
    public async Task Whatever_the_address_says_the_page_answers(string query)
    {
        var page = await host.Visit(SaasHost.Claret, Role.Elected).OpenAsync($"{Address}?{query}");

        Assert.StartsWith("Demandes en chiffres", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }
}
