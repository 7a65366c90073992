using System.Net;
using Saas.Modules.Site.Model;
using Saas.Shell.Identity;

namespace Saas.Modules.Site.Tests.Deleting;

public sealed class RestoreContentTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task A_page_comes_back_as_it_was_and_a_second_click_changes_nothing()
    {
        var page = await ThrownPageAsync();
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);
        var address = $"/gestion/site/pages/{page.Id}/retablir";
        var form = await browser.OpenAsync(address);

        await browser.SubmitAsync(form, address, "Rétablir");
        var second = await browser.SubmitAsync(form, address, "Rétablir");

        Assert.Equal($"/gestion/site/pages/{page.Id}", second.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, (await host.Visit(SaasHost.Claret).GetAsync($"/pages/{page.Slug}")).StatusCode);
    }

    [Fact]
    public async Task Where_its_address_serves_another_it_comes_back_as_a_draft()
    {
        var page = await ThrownPageAsync();
        await Given.PageAsync(host, SaasHost.Claret, slug: page.Slug, body: "<p>L’autre</p>");

        await host.Visit(SaasHost.Claret, Role.Administrator).SubmitAsync($"/gestion/site/pages/{page.Id}/retablir", "Rétablir");

        var restored = (await Given.StoredPageAsync(host, SaasHost.Claret, page.Id))!;
        Assert.Equal($"{page.Slug}-2", restored.Slug);
        Assert.Null(restored.PublishedAt);
        Assert.Contains("L’autre", await host.Visit(SaasHost.Claret).GetStringAsync($"/pages/{page.Slug}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_was_writing_when_it_was_thrown_away_keeps_their_words()
    {
        var page = await Given.PageAsync(host, SaasHost.Claret);
        var address = $"/gestion/site/pages/{page.Id}";
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);
        var opened = await browser.OpenAsync(address);
        await host.Visit(SaasHost.Claret, Role.Administrator).SubmitAsync($"{address}/supprimer", "Mettre la page à la corbeille");

        var refused = await Browser.ReadAsync(await browser.SubmitAsync(opened, address, "Enregistrer", [("Texte", "<p>Une heure de travail</p>")]));

        Assert.Contains("corbeille", refused.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Une heure de travail", refused.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_bin_of_another_commune_does_not_exist()
    {
        var page = await ThrownPageAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await host.Visit(SaasHost.Matelles, Role.Administrator).GetAsync($"/gestion/site/pages/{page.Id}/retablir")).StatusCode);
    }

    private async Task<Page> ThrownPageAsync()
    {
        var page = await Given.PageAsync(host, SaasHost.Claret);
        await Given.ChangedAsync(host, SaasHost.Claret, page.Id, content => content.ThrowAway(DateTimeOffset.UtcNow));
        return page;
    }
}
