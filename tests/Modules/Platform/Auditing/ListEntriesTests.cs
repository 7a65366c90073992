using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Platform.Tests.Auditing;

public sealed class ListEntriesTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string Address = "/console/journal";

    [Fact]
    public async Task What_the_operator_changed_of_a_commune_is_there_with_what_it_was_and_what_it_is()
    {
        var id = await Given.CommuneAsync(host, "34023");
        var operatorOfPlatform = host.VisitPlatform(signedIn: true);
        await operatorOfPlatform.SubmitAsync($"/console/sites/{id}/reglages", "Enregistrer", ("Theme", "bourg"));

        var rows = (await operatorOfPlatform.OpenAsync($"{Address}?site={id}")).QuerySelectorAll("tbody tr").Select(row => row.TextContent).ToList();

        Assert.Contains("bourg", rows[0], StringComparison.Ordinal);
        Assert.Contains("Opérateur", rows[0], StringComparison.Ordinal);
        Assert.All(rows, row => Assert.Contains(host.Tenant("34023").Name, row, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_list_narrows_by_words_and_an_unknown_site_narrows_to_nothing()
    {
        await Given.CommuneAsync(host, "34024");
        var operatorOfPlatform = host.VisitPlatform(signedIn: true);

        Assert.Empty((await operatorOfPlatform.OpenAsync($"{Address}?site={Guid.NewGuid()}")).QuerySelectorAll("tbody tr"));
        Assert.Empty((await operatorOfPlatform.OpenAsync($"{Address}?q=introuvable+partout")).QuerySelectorAll("tbody tr"));
        Assert.NotEmpty((await operatorOfPlatform.OpenAsync($"{Address}?sorte=Access&site=rien")).QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task A_stranger_and_a_commune_do_not_see_it_and_it_shows_nothing_of_a_commune()
    {
        await host.Visit(SaasHost.Claret, Role.Administrator).SubmitAsync("/gestion/reglages/courriels", "Enregistrer", ("SenderName", "Mairie au journal"));

        var page = await host.VisitPlatform(signedIn: true).GetStringAsync($"{Address}?sorte=Settings");

        Assert.DoesNotContain("Mairie au journal", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, await Given.StatusAsync(host.VisitPlatform(), Address));
        Assert.Equal(HttpStatusCode.NotFound, await Given.StatusAsync(host.Visit(SaasHost.Claret, Role.Administrator), Address));
    }
}
