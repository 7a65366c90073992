using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Site.Tests.Publishing;

public sealed class PublishContentTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task A_page_is_published_then_withdrawn()
    {
        var page = await Given.PageAsync(host, SaasHost.Claret, published: false);
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);

        await browser.SubmitAsync($"/gestion/site/pages/{page.Id}/publication", "Publier");
        Assert.Equal(HttpStatusCode.OK, (await host.Visit(SaasHost.Claret).GetAsync($"/pages/{page.Slug}")).StatusCode);

        await browser.SubmitAsync($"/gestion/site/pages/{page.Id}/publication", "Retirer du site");
        Assert.Equal(HttpStatusCode.NotFound, (await host.Visit(SaasHost.Claret).GetAsync($"/pages/{page.Slug}")).StatusCode);
    }

    [Fact]
    public async Task A_double_click_publishes_and_does_not_withdraw()
    {
        var page = await Given.PageAsync(host, SaasHost.Claret, published: false);
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);
        var address = $"/gestion/site/pages/{page.Id}/publication";
        var form = await browser.OpenAsync(address);

        await browser.SubmitAsync(form, address, "Publier");
        await browser.SubmitAsync(form, address, "Publier");

        Assert.True((await Given.StoredPageAsync(host, SaasHost.Claret, page.Id))!.IsShownAt(DateTimeOffset.UtcNow));
    }

    [Fact]
    public async Task News_published_twice_keeps_its_first_date()
    {
        var item = await Given.NewsAsync(host, SaasHost.Claret);
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);
        var address = $"/gestion/site/actualites/{item.Id}/publication";
        var form = await browser.OpenAsync(address);

        await browser.SubmitAsync(form, address, "Publier");
        var first = (await Given.StoredNewsAsync(host, SaasHost.Claret, item.Id))!.PublishedAt;
        await browser.SubmitAsync(form, address, "Publier");

        Assert.NotNull(first);
        Assert.Equal(first, (await Given.StoredNewsAsync(host, SaasHost.Claret, item.Id))!.PublishedAt);
    }

    [Fact]
    public async Task What_is_scheduled_appears_and_leaves_by_itself_on_every_node()
    {
        var page = await Given.PageAsync(host, SaasHost.Claret, published: false);
        var now = DateTimeOffset.UtcNow;
        var paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
        string Typed(double hours) => TimeZoneInfo.ConvertTime(now.AddHours(hours), paris).ToString("yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture);

        await host.Visit(SaasHost.Claret, Role.Administrator).SubmitAsync($"/gestion/site/pages/{page.Id}/publication", "Publier", ("From", Typed(2)), ("Until", Typed(26)));

        Assert.Contains(await Given.DueAsync(host, SaasHost.Claret, page.Id), work => work.Kind == "site.turn" && Math.Abs((work.DueAt - now.AddHours(2)).TotalMinutes) <= 1);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Visit(SaasHost.Claret).GetAsync($"/pages/{page.Slug}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, await AnsweredAtAsync(now.AddHours(3), page.Slug));
        Assert.Equal(HttpStatusCode.NotFound, await AnsweredAtAsync(now.AddHours(27), page.Slug));
    }

    [Fact]
    public async Task When_its_hour_comes_the_pages_kept_in_caches_end_and_the_next_hour_is_planned()
    {
        var now = DateTimeOffset.UtcNow;
        var page = await Given.PageAsync(host, SaasHost.Claret, published: false);
        await Given.ChangedAsync(host, SaasHost.Claret, page.Id, content => content.Publish(now.AddMinutes(-1), now.AddHours(5), "Une collègue", now));
        var before = await Given.ContentVersionAsync(host, SaasHost.Claret);

        await Given.RunAsync(host, SaasHost.Claret, "site.turn", page.Id);

        Assert.True(await Given.ContentVersionAsync(host, SaasHost.Claret) > before);
        Assert.Contains(await Given.DueAsync(host, SaasHost.Claret, page.Id), work => work.Kind == "site.turn" && work.DueAt > now.AddHours(4));
    }

    [Fact]
    public async Task An_end_before_the_beginning_is_refused_and_what_was_typed_stays()
    {
        var page = await Given.PageAsync(host, SaasHost.Claret, published: false);

        var answer = await Browser.ReadAsync(await host.Visit(SaasHost.Claret, Role.Administrator).SubmitAsync($"/gestion/site/pages/{page.Id}/publication", "Publier", ("From", "2031-05-02T08:00"), ("Until", "2031-05-01T08:00")));

        Assert.Contains("La fin doit venir après le début", answer.QuerySelector("#until-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("2031-05-02T08:00", answer.QuerySelector("#From")!.GetAttribute("value"));
    }

    [Fact]
    public async Task An_empty_page_is_not_published()
    {
        var page = await Given.PageAsync(host, SaasHost.Claret, published: false, body: "");

        var answer = await Browser.ReadAsync(await host.Visit(SaasHost.Claret, Role.Administrator).SubmitAsync($"/gestion/site/pages/{page.Id}/publication", "Publier"));

        Assert.Contains("La page est vide", answer.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_another_commune_does_not_exist()
    {
        var page = await Given.PageAsync(host, SaasHost.Matelles, published: false);

        Assert.Equal(HttpStatusCode.NotFound, (await host.Visit(SaasHost.Claret, Role.Administrator).GetAsync($"/gestion/site/pages/{page.Id}/publication")).StatusCode);
    }

    private async Task<HttpStatusCode> AnsweredAtAsync(DateTimeOffset time, string slug)
    {
        using var node = host.AnotherNode(clock: new StillClock(time));
        return (await host.Visit(node, SaasHost.Claret).GetAsync($"/pages/{slug}")).StatusCode;
    }
}
