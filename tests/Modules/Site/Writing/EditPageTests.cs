using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Site.Tests.Writing;

public sealed class EditPageTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task A_change_is_seen_by_visitors_at_once()
    {
        var page = await Given.PageAsync(host, SaasHost.Claret);
        var word = Given.Word("changé");
        await host.Visit(SaasHost.Claret).OpenAsync($"/pages/{page.Slug}");

        await host.Visit(SaasHost.Claret, Role.Administrator).SubmitAsync($"/gestion/site/pages/{page.Id}", "Enregistrer", ("Texte", $"<p>{word}</p>"));

        Assert.Contains(word, await host.Visit(SaasHost.Claret).GetStringAsync($"/pages/{page.Slug}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stale_save_shows_both_versions_and_then_replaces_knowingly()
    {
        var page = await Given.PageAsync(host, SaasHost.Claret);
        var address = $"/gestion/site/pages/{page.Id}";
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);
        var opened = await browser.OpenAsync(address);
        await host.Visit(SaasHost.Claret, Role.Administrator).SubmitAsync(address, "Enregistrer", ("Texte", "<p>De la collègue</p>"));

        var refused = await Browser.ReadAsync(await browser.SubmitAsync(opened, address, "Enregistrer", [("Texte", "<p>De moi</p>")]));

        Assert.Contains("Secrétaire de Claret", refused.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("De la collègue", refused.QuerySelector(".rich-text")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("De moi", refused.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("<p>De la collègue</p>", (await Given.StoredPageAsync(host, SaasHost.Claret, page.Id))!.Body);

        await browser.SubmitAsync(refused, address, "Remplacer par ma version");

        Assert.Equal("<p>De moi</p>", (await Given.StoredPageAsync(host, SaasHost.Claret, page.Id))!.Body);
    }

    [Fact]
    public async Task A_double_click_is_no_conflict()
    {
        var page = await Given.PageAsync(host, SaasHost.Claret);
        var address = $"/gestion/site/pages/{page.Id}";
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);
        var opened = await browser.OpenAsync(address);

        await browser.SubmitAsync(opened, address, "Enregistrer", [("Texte", "<p>Une fois</p>")]);
        var second = await browser.SubmitAsync(opened, address, "Enregistrer", [("Texte", "<p>Une fois</p>")]);

        Assert.Equal(address, second.Headers.Location?.ToString());
    }

    [Fact]
    public async Task An_expired_form_comes_back_with_what_was_typed_and_the_version_that_was_read()
    {
        var page = await Given.PageAsync(host, SaasHost.Claret);
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);
        await browser.OpenAsync("/gestion/site");

        var answer = await browser.PostAsync($"/gestion/site/pages/{page.Id}", ("Input.Id", page.Id.ToString()), ("Input.Version", "1"), ("Input.Title", "Tapé"), ("Input.Body", "<p>Tapé aussi</p>"));

        var shown = await Browser.ReadAsync(answer);
        Assert.Equal("Tapé", shown.QuerySelector("#Input_Title")!.GetAttribute("value"));
        Assert.Equal("1", shown.QuerySelector("[name='Input.Version']")!.GetAttribute("value"));
        Assert.NotEqual("Tapé", (await Given.StoredPageAsync(host, SaasHost.Claret, page.Id))!.Title);
    }

    [Fact]
    public async Task The_page_of_another_commune_does_not_exist()
    {
        var page = await Given.PageAsync(host, SaasHost.Matelles);

        Assert.Equal(HttpStatusCode.NotFound, (await host.Visit(SaasHost.Claret, Role.Administrator).GetAsync($"/gestion/site/pages/{page.Id}")).StatusCode);
    }
}
