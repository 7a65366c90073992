using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Site.Tests.Reviewing;

public sealed class ListVersionsTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task Every_save_is_a_version_with_its_author()
    {
        var page = await Given.PageAsync(host, SaasHost.Claret);
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);
        await browser.SubmitAsync($"/gestion/site/pages/{page.Id}", "Enregistrer", ("Texte", "<p>Autre chose</p>"));

        var rows = (await browser.OpenAsync($"/gestion/site/pages/{page.Id}/versions")).QuerySelectorAll("tbody tr");

        Assert.Equal(2, rows.Length);
        Assert.Contains("En place", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Une collègue", rows[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_versions_of_another_commune_do_not_exist()
    {
        var page = await Given.PageAsync(host, SaasHost.Matelles);

        Assert.Equal(HttpStatusCode.NotFound, (await host.Visit(SaasHost.Claret, Role.Administrator).GetAsync($"/gestion/site/pages/{page.Id}/versions")).StatusCode);
    }
}
