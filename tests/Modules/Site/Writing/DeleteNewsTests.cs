using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Site.Tests.Writing;

public sealed class DeleteNewsTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task Deleted_news_is_gone()
    {
        var item = await Given.NewsAsync(host, SaasHost.Claret, DateTimeOffset.UtcNow.AddDays(-1));

        await host.Visit(SaasHost.Claret, Role.Administrator).SubmitAsync($"/gestion/site/actualites/{item.Id}/supprimer", "Supprimer l’actualité");

        Assert.Null(await Given.StoredNewsAsync(host, SaasHost.Claret, item.Id));
        Assert.Equal(HttpStatusCode.NotFound, (await host.Visit(SaasHost.Claret).GetAsync($"/actualites/{item.Slug}")).StatusCode);
    }

    [Fact]
    public async Task The_news_of_another_commune_does_not_exist()
    {
        var item = await Given.NewsAsync(host, SaasHost.Matelles);

        Assert.Equal(HttpStatusCode.NotFound, (await host.Visit(SaasHost.Claret, Role.Administrator).GetAsync($"/gestion/site/actualites/{item.Id}/supprimer")).StatusCode);
    }
}
