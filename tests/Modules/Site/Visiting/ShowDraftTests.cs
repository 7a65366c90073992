using System.Net;

namespace Saas.Modules.Site.Tests.Visiting;

public sealed class ShowDraftTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task A_shared_draft_is_kept_from_search_engines_and_caches()
    {
        var page = await Given.PageAsync(host, SaasHost.Claret, published: false);
        var key = Given.Word("cle");
        await Given.ChangedAsync(host, SaasHost.Claret, page.Id, content => content.Share(key, DateTimeOffset.UtcNow));

        var shown = await host.Visit(SaasHost.Claret).OpenAsync($"/apercu/{key}");

        Assert.Equal("noindex", shown.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        await Given.ChangedAsync(host, SaasHost.Claret, page.Id, content => content.ThrowAway(DateTimeOffset.UtcNow));
        Assert.Equal(HttpStatusCode.NotFound, (await host.Visit(SaasHost.Claret).GetAsync($"/apercu/{key}")).StatusCode);
    }
}
