using System.Net;
using Saas.Modules.Site.Model;
using Saas.Shell.Identity;

namespace Saas.Modules.Site.Tests.Writing;

public sealed class EditDirectoryEntryTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task A_new_number_is_on_the_site_at_once_and_the_former_among_the_versions()
    {
        var entry = await Given.EntryAsync(host, SaasHost.Claret, facts: DirectoryFacts.None with { Telephone = "04 65 71 00 10", Contact = "Ana Roux" });
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);

        await browser.SubmitAsync($"/gestion/site/annuaire/{entry.Id}", "Enregistrer", ("Téléphone", "04.65.71.00.99"));

        var page = await host.Visit(SaasHost.Claret).OpenAsync($"/annuaire/{entry.Slug}");
        Assert.Equal("04 65 71 00 99", page.QuerySelector("[itemprop=telephone]")!.TextContent);
        Assert.Contains("Ana Roux", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("04 65 71 00 10", (await browser.OpenAsync($"/gestion/site/annuaire/{entry.Id}/versions/1")).QuerySelector(".facts del")!.LastChild!.TextContent);
    }

    [Fact]
    public async Task The_entry_of_another_commune_does_not_exist()
    {
        var entry = await Given.EntryAsync(host, SaasHost.Matelles);

        Assert.Equal(HttpStatusCode.NotFound, (await host.Visit(SaasHost.Claret, Role.Administrator).GetAsync($"/gestion/site/annuaire/{entry.Id}")).StatusCode);
    }
}
