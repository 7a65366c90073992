using Saas.Shell.Identity;

namespace Saas.Modules.Requests.Tests.Processing;

public sealed class ListRequestsTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task Staff_find_a_request_by_reference_name_or_procedure_without_accents()
    {
        var name = $"Élodie Œuvrard{Guid.NewGuid():N}";
        var filed = await host.FileAsync(SaasHost.Claret, Given.ARequest(sender: name));
        var staff = host.Visit(SaasHost.Claret, Role.Administrator);

        foreach (var words in new[] { filed.Reference.ToLowerInvariant(), filed.Reference.Replace("-", "", StringComparison.Ordinal), $"elodie {name[7..].ToLowerInvariant()}", $"salle {name[7..]}" })
        {
            Assert.Contains(filed.Reference, await staff.GetStringAsync($"/gestion/demandes?q={Uri.EscapeDataString(words)}"), StringComparison.Ordinal);
        }

        Assert.DoesNotContain(filed.Reference, await staff.GetStringAsync("/gestion/demandes?q=introuvable"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_stay_in_the_address_of_tabs_and_pages()
    {
        var procedure = $"Démarche {Guid.NewGuid():N}";
        for (var i = 0; i < 26; i++)
        {
            await host.FileAsync(SaasHost.Claret, Given.ARequest(procedure: procedure));
        }

        var page = await host.Visit(SaasHost.Claret, Role.Administrator).OpenAsync($"/gestion/demandes?demarche={Uri.EscapeDataString(procedure)}&q=lea");
        var next = page.QuerySelector("a[rel=next]")!.GetAttribute("href")!;
        var last = await host.Visit(SaasHost.Claret, Role.Administrator).OpenAsync(next);

        Assert.Equal(25, page.QuerySelectorAll("tbody tr").Length);
        Assert.Single(last.QuerySelectorAll("tbody tr"));
        Assert.All(page.QuerySelectorAll(".tabs a"), tab => Assert.Contains("q=lea", tab.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_one_who_waits_longest_comes_first()
    {
        var procedure = $"Démarche {Guid.NewGuid():N}";
        var first = await host.FileAsync(SaasHost.Claret, Given.ARequest(procedure: procedure));
        var second = await host.FileAsync(SaasHost.Claret, Given.ARequest(procedure: procedure));

        var page = await host.Visit(SaasHost.Claret, Role.Administrator).OpenAsync($"/gestion/demandes?demarche={Uri.EscapeDataString(procedure)}");

        Assert.Equal([first.Reference, second.Reference], page.QuerySelectorAll("tbody th").Select(cell => cell.TextContent.Trim()));
    }

    [Fact]
    public async Task What_was_set_aside_is_only_among_the_unwanted()
    {
        var filed = await host.FileAsync(SaasHost.Claret, Given.ARequest(spam: true));
        var staff = host.Visit(SaasHost.Claret, Role.Administrator);

        Assert.DoesNotContain($">{filed.Reference}<", await staff.GetStringAsync($"/gestion/demandes?etat=toutes&q={filed.Reference}"), StringComparison.Ordinal);
        Assert.Contains($">{filed.Reference}<", await staff.GetStringAsync($"/gestion/demandes?etat=indesirables&q={filed.Reference}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_requests_of_another_commune_do_not_exist()
    {
        var filed = await host.FileAsync(SaasHost.Matelles);

        var list = await host.Visit(SaasHost.Claret, Role.Administrator).OpenAsync($"/gestion/demandes?etat=toutes&q={filed.Reference}");

        Assert.Empty(list.QuerySelectorAll("tbody tr"));
    }

    [Theory]
    [InlineData("etat=nimporte&p=-4&demarche=%3Cscript%3E&q=%25_'")]
    [InlineData("p=abc")]
    [InlineData("p=99999999999")]
    public async Task Whatever_the_address_says_the_list_answers(string query)
    {
        await host.FileAsync(SaasHost.Claret);

        var page = await host.Visit(SaasHost.Claret, Role.Elected).OpenAsync($"/gestion/demandes?{query}");

        Assert.Equal("Demandes", page.QuerySelector("h1")?.TextContent);
    }
}
