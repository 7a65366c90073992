using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Site.Tests.Reviewing;

public sealed class CompareVersionTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task What_was_added_and_removed_since_a_version_is_marked()
    {
        var page = await Given.PageAsync(host, SaasHost.Claret, body: "<p>Le marché ouvre le samedi.</p>");
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);
        await browser.SubmitAsync($"/gestion/site/pages/{page.Id}", "Enregistrer", ("Titre de la page", "Le marché"), ("Texte", "<p>Le marché ouvre le dimanche.</p>"));

        var compared = await browser.OpenAsync($"/gestion/site/pages/{page.Id}/versions/1");

        Assert.Equal("samedi", compared.QuerySelector(".card .pre-line del")!.TextContent);
        Assert.Equal("dimanche", compared.QuerySelector(".card .pre-line ins")!.TextContent);
        Assert.Contains(page.Title, compared.QuerySelector(".facts del")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_taken_up_again_is_a_new_version_and_a_double_click_makes_one()
    {
        var page = await Given.PageAsync(host, SaasHost.Claret, body: "<p>Avant</p>");
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);
        await browser.SubmitAsync($"/gestion/site/pages/{page.Id}", "Enregistrer", ("Texte", "<p>Après</p>"));
        var address = $"/gestion/site/pages/{page.Id}/versions/1";
        var form = await browser.OpenAsync(address);

        await browser.SubmitAsync(form, address, "Reprendre la version 1");
        await browser.SubmitAsync(form, address, "Reprendre la version 1");

        var stored = (await Given.StoredPageAsync(host, SaasHost.Claret, page.Id))!;
        Assert.Equal(("<p>Avant</p>", 3), (stored.Body, stored.Version));
    }

    [Fact]
    public async Task Nothing_is_taken_up_over_what_a_colleague_has_just_saved()
    {
        var page = await Given.PageAsync(host, SaasHost.Claret, body: "<p>Avant</p>");
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);
        var edit = $"/gestion/site/pages/{page.Id}";
        await browser.SubmitAsync(edit, "Enregistrer", ("Texte", "<p>Après</p>"));
        var form = await browser.OpenAsync($"{edit}/versions/1");
        await browser.SubmitAsync(edit, "Enregistrer", ("Texte", "<p>De la collègue</p>"));

        var refused = await Browser.ReadAsync(await browser.SubmitAsync(form, $"{edit}/versions/1", "Reprendre la version 1"));

        Assert.Contains("Rien n’a été repris", refused.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("<p>De la collègue</p>", (await Given.StoredPageAsync(host, SaasHost.Claret, page.Id))!.Body);
    }

    [Fact]
    public async Task The_version_of_another_commune_does_not_exist()
    {
        var page = await Given.PageAsync(host, SaasHost.Matelles);

        Assert.Equal(HttpStatusCode.NotFound, (await host.Visit(SaasHost.Claret, Role.Administrator).GetAsync($"/gestion/site/pages/{page.Id}/versions/1")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Visit(SaasHost.Matelles, Role.Administrator).GetAsync($"/gestion/site/pages/{page.Id}/versions/9")).StatusCode);
    }
}
