using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Site.Tests.Writing;

public sealed class ListKindTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task Staff_see_the_agenda_of_their_commune_and_nothing_of_their_neighbours()
    {
        var own = await Given.EventAsync(host, SaasHost.Claret, new DateOnly(2031, 5, 3));
        var neighbours = await Given.EventAsync(host, SaasHost.Matelles, new DateOnly(2031, 5, 3));

        var list = (await host.Visit(SaasHost.Claret, Role.Elected).OpenAsync("/gestion/site/agenda")).QuerySelector("main")!.TextContent;

        Assert.Contains(own.Title, list, StringComparison.Ordinal);
        Assert.DoesNotContain(neighbours.Title, list, StringComparison.Ordinal);
        Assert.DoesNotContain("Ajouter un événement", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_that_is_not_there_does_not_exist() =>
        Assert.Equal(HttpStatusCode.NotFound, (await host.Visit(SaasHost.Claret, Role.Administrator).GetAsync("/gestion/site/autre")).StatusCode);
}
