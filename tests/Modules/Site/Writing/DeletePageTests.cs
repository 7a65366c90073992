using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Site.Tests.Writing;

public sealed class DeletePageTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task A_deleted_page_is_gone_and_the_starter_page_comes_back()
    {
        var page = await Given.PageAsync(host, SaasHost.Matelles, slug: "bienvenue", body: "<p>Notre bienvenue</p>");
        var browser = host.Visit(SaasHost.Matelles, Role.Administrator);

        var confirmation = await browser.OpenAsync($"/gestion/site/pages/{page.Id}/supprimer");
        Assert.Contains("reviendra sur le site", confirmation.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await browser.SubmitAsync($"/gestion/site/pages/{page.Id}/supprimer", "Supprimer la page");

        Assert.Null(await Given.StoredPageAsync(host, SaasHost.Matelles, page.Id));
        Assert.DoesNotContain("Notre bienvenue", await host.Visit(SaasHost.Matelles).GetStringAsync("/pages/bienvenue"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_another_commune_does_not_exist()
    {
        var page = await Given.PageAsync(host, SaasHost.Matelles);
        var own = await Given.PageAsync(host, SaasHost.Claret);
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);
        var form = await browser.OpenAsync($"/gestion/site/pages/{own.Id}/supprimer");

        var answer = await browser.SubmitAsync(form, $"/gestion/site/pages/{page.Id}/supprimer", "Supprimer la page");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.NotNull(await Given.StoredPageAsync(host, SaasHost.Matelles, page.Id));
    }
}
