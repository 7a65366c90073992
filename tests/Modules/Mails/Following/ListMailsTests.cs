using Saas.Shell.Identity;

namespace Saas.Modules.Mails.Tests.Following;

public sealed class ListMailsTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task The_secretary_sees_what_became_of_each_mail()
    {
        await host.ASentMailAsync("liste-parti@example.test");
        await host.ARefusedMailAsync("liste-refus@example.test");
        await host.AMailPutOffAsync("liste-retard@example.test");

        var page = await host.Visit(SaasHost.Claret, Role.Secretary).OpenAsync("/gestion/courriels?q=liste-");

        var rows = page.QuerySelectorAll("tbody tr").Select(row => row.TextContent).ToList();
        Assert.Equal(3, rows.Count);
        Assert.Contains(rows, row => row.Contains("liste-parti", StringComparison.Ordinal) && row.Contains("Parti", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.Contains("liste-refus", StringComparison.Ordinal) && row.Contains("Refusé", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.Contains("liste-retard", StringComparison.Ordinal) && row.Contains("Retardé", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("partis", "onglet-parti")]
    [InlineData("refuses", "onglet-refus")]
    [InlineData("a-regler", "onglet-refus")]
    [InlineData("en-attente", "onglet-retard")]
    public async Task A_tab_shows_one_state(string tab, string found)
    {
        await host.ASentMailAsync($"onglet-parti-{tab}@example.test");
        await host.ARefusedMailAsync($"onglet-refus-{tab}@example.test");
        await host.AMailPutOffAsync($"onglet-retard-{tab}@example.test");

        var page = await host.Visit(SaasHost.Claret, Role.Administrator).OpenAsync($"/gestion/courriels?etat={tab}&q=-{tab}%40");

        Assert.Contains(found, Assert.Single(page.QuerySelectorAll("tbody tr")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sign_of_a_search_pattern_is_searched_as_it_is()
    {
        await host.ASentMailAsync("avec_souligne@example.test");

        var page = await host.Visit(SaasHost.Claret, Role.Administrator).OpenAsync("/gestion/courriels?q=avec%25ligne");

        Assert.Contains("Aucun courriel ne correspond", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_list_has_pages()
    {
        for (var number = 0; number < 26; number++)
        {
            await host.ASentMailAsync($"page-{number}@example.test");
        }

        var first = await host.Visit(SaasHost.Claret, Role.Administrator).OpenAsync("/gestion/courriels?q=page-");
        var second = await host.Visit(SaasHost.Claret, Role.Administrator).OpenAsync(first.QuerySelector("a[rel=next]")!.GetAttribute("href")!);

        Assert.Equal(25, first.QuerySelectorAll("tbody tr").Length);
        Assert.Single(second.QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task The_mails_of_another_commune_are_not_listed()
    {
        await host.ARefusedMailAsync("voisine@example.test", SaasHost.Matelles);

        Assert.DoesNotContain("voisine@example.test", await host.Visit(SaasHost.Claret, Role.Administrator).GetStringAsync("/gestion/courriels?etat=a-regler"), StringComparison.Ordinal);
    }
}
