using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Site.Tests.Deleting;

public sealed class DeleteContentTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task A_deleted_page_is_gone_and_the_starter_page_comes_back()
    {
        var page = await Given.PageAsync(host, SaasHost.Matelles, slug: "bienvenue", body: "<p>Notre bienvenue</p>");
        var browser = host.Visit(SaasHost.Matelles, Role.Administrator);

        var confirmation = await browser.OpenAsync($"/gestion/site/pages/{page.Id}/supprimer");
        Assert.Contains("reviendra sur le site", confirmation.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await browser.SubmitAsync($"/gestion/site/pages/{page.Id}/supprimer", "Mettre la page à la corbeille");

        Assert.Null(await Given.StoredPageAsync(host, SaasHost.Matelles, page.Id));
        Assert.DoesNotContain("Notre bienvenue", await host.Visit(SaasHost.Matelles).GetStringAsync("/pages/bienvenue"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deletion_is_undone_from_the_message_that_tells_it()
    {
        var item = await Given.NewsAsync(host, SaasHost.Claret, DateTimeOffset.UtcNow.AddDays(-1));
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);

        var list = await browser.FollowAsync(await browser.SubmitAsync($"/gestion/site/actualites/{item.Id}/supprimer", "Mettre l’actualité à la corbeille"));
        Assert.Equal(HttpStatusCode.NotFound, (await host.Visit(SaasHost.Claret).GetAsync($"/actualites/{item.Slug}")).StatusCode);
        await browser.SubmitAsync(list, "/gestion/site", "Annuler");

        Assert.Equal(HttpStatusCode.OK, (await host.Visit(SaasHost.Claret).GetAsync($"/actualites/{item.Slug}")).StatusCode);
    }

    [Fact]
    public async Task What_lay_thirty_days_in_the_bin_is_erased_with_its_versions_and_no_earlier()
    {
        var page = await Given.PageAsync(host, SaasHost.Claret);
        await host.Visit(SaasHost.Claret, Role.Administrator).SubmitAsync($"/gestion/site/pages/{page.Id}/supprimer", "Mettre la page à la corbeille");
        Assert.Contains(await Given.DueAsync(host, SaasHost.Claret, page.Id), work => work.Kind == "site.purge" && work.DueAt > DateTimeOffset.UtcNow.AddDays(29));

        await Given.RunAsync(host, SaasHost.Claret, "site.purge", page.Id);
        Assert.True(await Given.IsInBinAsync(host, SaasHost.Claret, page.Id));
        await Given.ChangedAsync(host, SaasHost.Claret, page.Id, content =>
        {
            content.TakeOutOfBin(content.Slug);
            content.ThrowAway(DateTimeOffset.UtcNow.AddDays(-31));
        });
        await Given.RunAsync(host, SaasHost.Claret, "site.purge", page.Id);

        Assert.False(await Given.IsInBinAsync(host, SaasHost.Claret, page.Id));
    }

    [Fact]
    public async Task The_page_of_another_commune_does_not_exist()
    {
        var page = await Given.PageAsync(host, SaasHost.Matelles);
        var own = await Given.PageAsync(host, SaasHost.Claret);
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);
        var form = await browser.OpenAsync($"/gestion/site/pages/{own.Id}/supprimer");

        var answer = await browser.SubmitAsync(form, $"/gestion/site/pages/{page.Id}/supprimer", "Mettre la page à la corbeille");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.NotNull(await Given.StoredPageAsync(host, SaasHost.Matelles, page.Id));
    }
}
