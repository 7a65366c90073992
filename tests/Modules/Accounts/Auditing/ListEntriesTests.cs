using System.Net;
using Saas.Shell.Audit;
using Saas.Shell.Identity;

namespace Saas.Modules.Accounts.Tests.Auditing;

public sealed class ListEntriesTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task The_administrator_reads_who_did_what_and_what_it_changed()
    {
        await Given.AnEntryAsync(host, SaasHost.Claret, "Jeanne Martin", "a modifié la démarche « Cantine »", changes: new AuditChange("Titre", "Cantine", "Cantine et garderie"));

        var page = await host.Visit(SaasHost.Claret, Role.Administrator).OpenAsync("/gestion/journal?q=jeanne+cantine");

        var row = Assert.Single(page.QuerySelectorAll("tbody tr"));
        Assert.Contains("Jeanne Martin a modifié la démarche « Cantine ».", string.Join(' ', row.QuerySelector(".audit-sentence")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace(" .", ".", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("Cantine et garderie", row.QuerySelector("ins")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_saved_setting_is_there_with_what_it_was_and_what_it_is()
    {
        var administrator = host.Visit(SaasHost.Claret, Role.Administrator);
        await administrator.SubmitAsync("/gestion/reglages/courriels", "Enregistrer", ("SenderName", "Mairie avant"));

        await administrator.SubmitAsync("/gestion/reglages/courriels", "Enregistrer", ("SenderName", "Mairie apres"));

        var text = (await administrator.OpenAsync("/gestion/journal?sorte=Settings")).QuerySelector("tbody tr")!.TextContent;
        Assert.Contains("a modifié la signature des courriels", text, StringComparison.Ordinal);
        Assert.Contains("Mairie avant", text, StringComparison.Ordinal);
        Assert.Contains("Mairie apres", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_narrows_by_person_kind_days_and_words()
    {
        await Given.AnEntryAsync(host, SaasHost.Claret, "Filtre Un", "a fait ceci", AuditKind.Site, new DateTimeOffset(2025, 3, 10, 22, 59, 0, TimeSpan.Zero));
        await Given.AnEntryAsync(host, SaasHost.Claret, "Filtre Un", "a fait cela", AuditKind.Mails, new DateTimeOffset(2025, 3, 10, 23, 1, 0, TimeSpan.Zero));
        await Given.AnEntryAsync(host, SaasHost.Claret, "Filtre Deux", "a fait cela aussi", AuditKind.Mails, new DateTimeOffset(2025, 4, 1, 8, 0, 0, TimeSpan.Zero));
        var administrator = host.Visit(SaasHost.Claret, Role.Administrator);

        Assert.Equal(2, await CountAsync(administrator, "qui=Filtre+Un"));
        Assert.Equal(1, await CountAsync(administrator, "qui=Filtre+Un&sorte=Mails"));
        Assert.Equal(1, await CountAsync(administrator, "qui=Filtre+Un&au=2025-03-10"));
        Assert.Equal(1, await CountAsync(administrator, "qui=Filtre+Un&du=2025-03-11&au=2025-03-11"));
        Assert.Equal(2, await CountAsync(administrator, "q=fait+cela+filtre"));
        Assert.Equal(0, await CountAsync(administrator, "q=filtre+introuvable"));
    }

    [Fact]
    public async Task A_date_that_is_none_and_an_unknown_kind_narrow_nothing()
    {
        await Given.AnEntryAsync(host, SaasHost.Claret, "Adresse Fausse", "a fait ceci");

        Assert.Equal(1, await CountAsync(host.Visit(SaasHost.Claret, Role.Administrator), "qui=Adresse+Fausse&du=hier&au=9999-12-31&sorte=42&p=-3"));
    }

    [Fact]
    public async Task A_long_trail_has_pages_that_keep_what_was_asked_for()
    {
        for (var number = 0; number < 51; number++)
        {
            await Given.AnEntryAsync(host, SaasHost.Claret, "Page Longue", $"a fait {number}");
        }

        var administrator = host.Visit(SaasHost.Claret, Role.Administrator);
        var first = await administrator.OpenAsync("/gestion/journal?qui=Page+Longue");
        var second = await administrator.OpenAsync(first.QuerySelector("a[rel=next]")!.GetAttribute("href")!);

        Assert.Equal(50, first.QuerySelectorAll("tbody tr").Length);
        Assert.Single(second.QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task The_trail_of_another_commune_is_not_shown()
    {
        await Given.AnEntryAsync(host, SaasHost.Matelles, "Voisine Secrète", "a fait ceci");

        Assert.DoesNotContain("Voisine Secrète", await host.Visit(SaasHost.Claret, Role.Administrator).GetStringAsync("/gestion/journal"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_secretary_does_not_read_it()
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await host.Visit(SaasHost.Claret, Role.Secretary).GetAsync("/gestion/journal")).StatusCode);
    }

    private static async Task<int> CountAsync(Browser browser, string query) =>
        (await browser.OpenAsync($"/gestion/journal?{query}")).QuerySelectorAll("tbody tr").Length;
}
