using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Site.Tests.Writing;

public sealed class PreviewNewsTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task An_elected_member_reads_a_draft_before_the_public()
    {
        var item = await Given.NewsAsync(host, SaasHost.Claret);

        var shown = await host.Visit(SaasHost.Claret, Role.Elected).OpenAsync($"/gestion/site/actualites/{item.Id}/apercu");

        Assert.Equal(item.Title, shown.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task The_draft_of_another_commune_does_not_exist()
    {
        var item = await Given.NewsAsync(host, SaasHost.Matelles);

        Assert.Equal(HttpStatusCode.NotFound, (await host.Visit(SaasHost.Claret, Role.Elected).GetAsync($"/gestion/site/actualites/{item.Id}/apercu")).StatusCode);
    }
}
