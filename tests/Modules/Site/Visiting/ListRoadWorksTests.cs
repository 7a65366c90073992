namespace Saas.Modules.Site.Tests.Visiting;

public sealed class ListRoadWorksTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task What_goes_on_stands_before_what_is_to_come_and_the_rest_is_left_out()
    {
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var now = await Given.WorksAsync(host, SaasHost.Claret, today.AddDays(-2), today.AddDays(2));
        var later = await Given.WorksAsync(host, SaasHost.Claret, today.AddDays(9), today.AddDays(12));
        var over = await Given.WorksAsync(host, SaasHost.Claret, today.AddDays(-9), today.AddDays(-3));
        var draft = await Given.WorksAsync(host, SaasHost.Claret, today, today, publish: false);
        var neighbours = await Given.WorksAsync(host, SaasHost.Matelles, today, today);

        var page = await host.Visit(SaasHost.Claret).OpenAsync("/travaux");

        Assert.Contains(now.Title, page.QuerySelector("section[aria-labelledby=en-ce-moment]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(later.Title, page.QuerySelector("section[aria-labelledby=a-venir]")!.TextContent, StringComparison.Ordinal);
        Assert.All([over, draft, neighbours], other => Assert.DoesNotContain(other.Title, page.Body!.TextContent, StringComparison.Ordinal));
        Assert.NotNull((await host.Visit(SaasHost.Claret).OpenAsync($"/recherche?q={now.Slug}")).QuerySelector($"a[href='/travaux#chantier-{now.Slug}']"));
    }

    [Fact]
    public async Task Where_all_is_over_the_rubric_leaves_the_home_page_and_the_page_says_so()
    {
        const string Balaruc = "34023";
        await host.FoundAsync(Balaruc);
        await Given.WorksAsync(host, Balaruc, new DateOnly(2024, 5, 6), new DateOnly(2024, 5, 7));

        Assert.Null((await host.Visit(Balaruc).OpenAsync("/")).QuerySelector("a[href='/travaux']"));
        Assert.NotNull((await host.Visit(Balaruc).OpenAsync("/travaux")).QuerySelector(".empty"));
    }
}
