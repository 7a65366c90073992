using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Site.Tests.Writing;

public sealed class EditNewsTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task A_stale_save_shows_both_versions()
    {
        var item = await Given.NewsAsync(host, SaasHost.Claret);
        var address = $"/gestion/site/actualites/{item.Id}";
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);
        var opened = await browser.OpenAsync(address);
        await host.Visit(SaasHost.Claret, Role.Administrator).SubmitAsync(address, "Enregistrer", ("Résumé", "De la collègue"));

        var refused = await Browser.ReadAsync(await browser.SubmitAsync(opened, address, "Enregistrer", [("Résumé", "De moi")]));

        Assert.Contains("De la collègue", refused.QuerySelector(".card")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("De moi", refused.QuerySelector("#Input_Summary")!.TextContent.Trim());
        Assert.Equal("De la collègue", (await Given.StoredNewsAsync(host, SaasHost.Claret, item.Id))!.Summary);
    }

    [Fact]
    public async Task The_news_of_another_commune_does_not_exist()
    {
        var item = await Given.NewsAsync(host, SaasHost.Matelles);

        Assert.Equal(HttpStatusCode.NotFound, (await host.Visit(SaasHost.Claret, Role.Administrator).GetAsync($"/gestion/site/actualites/{item.Id}")).StatusCode);
    }
}
