using System.Net;
using Saas.Modules.Site.Model;

namespace Saas.Modules.Site.Tests.Visiting;

public sealed class ReadDirectoryEntryTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task An_entry_says_how_to_reach_it_and_is_not_there_for_the_neighbour()
    {
        var entry = await Given.EntryAsync(host, SaasHost.Claret, DirectoryCategory.Health, facts: new DirectoryFacts("1 rue des Écoles, 34270 Claret", "04 65 71 00 10", "cabinet@example.test", "https://www.cabinet.test/", "Lundi\nMardi", "Dr Roux"));

        var page = await host.Visit(SaasHost.Claret).OpenAsync($"/annuaire/{entry.Slug}");

        Assert.Equal("https://schema.org/MedicalBusiness", page.QuerySelector("article")!.GetAttribute("itemtype"));
        Assert.Equal("tel:+33465710010", page.QuerySelector("[itemprop=telephone]")!.GetAttribute("href"));
        Assert.Equal("https://www.openstreetmap.org/directions?to=1%20rue%20des%20%C3%89coles%2C%2034270%20Claret", page.QuerySelector("address a")!.GetAttribute("href"));
        Assert.Equal("cabinet.test", page.QuerySelector("[itemprop=url]")!.TextContent);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Visit(SaasHost.Matelles).GetAsync($"/annuaire/{entry.Slug}")).StatusCode);
    }

    [Fact]
    public async Task A_draft_does_not_exist_for_visitors()
    {
        var draft = await Given.EntryAsync(host, SaasHost.Claret, publish: false);

        Assert.Equal(HttpStatusCode.NotFound, (await host.Visit(SaasHost.Claret).GetAsync($"/annuaire/{draft.Slug}")).StatusCode);
    }
}
