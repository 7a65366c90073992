using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Site.Tests.Publishing;

public sealed class SharePreviewTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task A_draft_is_read_by_whoever_has_the_link_until_it_is_stopped()
    {
        var item = await Given.NewsAsync(host, SaasHost.Claret);
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);
        var address = $"/gestion/site/actualites/{item.Id}/partage";

        var shared = await browser.FollowAsync(await browser.SubmitAsync(address, "Créer le lien"));
        var link = new Uri(shared.QuerySelector("#link")!.GetAttribute("value")!).AbsolutePath;

        Assert.Equal(item.Title, (await host.Visit(SaasHost.Claret).OpenAsync(link)).QuerySelector("h1")!.TextContent);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Visit(SaasHost.Matelles).GetAsync(link)).StatusCode);

        await browser.SubmitAsync(address, "Ne plus partager");

        Assert.Equal(HttpStatusCode.NotFound, (await host.Visit(SaasHost.Claret).GetAsync(link)).StatusCode);
    }

    [Fact]
    public async Task A_second_click_keeps_the_first_link_and_a_week_ends_it()
    {
        var page = await Given.PageAsync(host, SaasHost.Claret, published: false);
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);
        var address = $"/gestion/site/pages/{page.Id}/partage";
        var form = await browser.OpenAsync(address);

        await browser.SubmitAsync(form, address, "Créer le lien");
        var first = (await Given.StoredPageAsync(host, SaasHost.Claret, page.Id))!.PreviewKey;
        await browser.SubmitAsync(form, address, "Créer le lien");

        Assert.Equal(first, (await Given.StoredPageAsync(host, SaasHost.Claret, page.Id))!.PreviewKey);
        using var later = host.AnotherNode(clock: new StillClock(DateTimeOffset.UtcNow.AddDays(8)));
        Assert.Equal(HttpStatusCode.NotFound, (await host.Visit(later, SaasHost.Claret).GetAsync($"/apercu/{first}")).StatusCode);
    }

    [Fact]
    public async Task The_draft_of_another_commune_does_not_exist()
    {
        var page = await Given.PageAsync(host, SaasHost.Matelles, published: false);

        Assert.Equal(HttpStatusCode.NotFound, (await host.Visit(SaasHost.Claret, Role.Administrator).GetAsync($"/gestion/site/pages/{page.Id}/partage")).StatusCode);
    }
}
