using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Platform.Tests.Sites;

public sealed class ChangeStateTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task Visitors_and_staff_of_a_closed_commune_read_why_and_it_opens_again_as_it_was()
    {
        const string insee = "34018";
        var address = $"/console/sites/{await Given.CommuneAsync(host, insee)}/etat";
        var console = host.VisitPlatform(signedIn: true);
        var administrator = host.Visit(insee, Role.Administrator);
        await administrator.OpenAsync("/gestion");

        await console.SubmitAsync(address, "Enregistrer", ("State", "Disabled"), ("Message", "Fermé jusqu’au 3 mars.\nAppelez le <b>04 67</b>."));

        var closed = await host.Visit(insee).GetAsync("/");
        var text = WebUtility.HtmlDecode(await closed.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.ServiceUnavailable, closed.StatusCode);
        Assert.Contains("<p>Fermé jusqu’au 3 mars.</p>", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", await closed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await Given.StatusAsync(administrator, "/gestion"));

        await console.SubmitAsync(address, "Enregistrer", ("State", "Open"));

        Assert.Equal(HttpStatusCode.OK, await Given.StatusAsync(host.Visit(insee), "/"));
        Assert.Equal(HttpStatusCode.OK, await Given.StatusAsync(administrator, "/gestion"));
    }

    [Fact]
    public async Task A_commune_is_not_closed_without_a_word()
    {
        const string insee = "34019";
        var address = $"/console/sites/{await Given.CommuneAsync(host, insee)}/etat";

        var page = await Browser.ReadAsync(await host.VisitPlatform(signedIn: true).SubmitAsync(address, "Enregistrer", ("State", "Disabled"), ("Message", " ")));

        Assert.Contains("Écrivez ce que les visiteurs liront", page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.True(page.QuerySelector("input[value=Disabled]")!.HasAttribute("checked"));
        Assert.Equal(HttpStatusCode.OK, await Given.StatusAsync(host.Visit(insee), "/"));
    }

    [Fact]
    public async Task What_a_colleague_decided_meanwhile_is_not_undone_unseen()
    {
        const string insee = "34020";
        var address = $"/console/sites/{await Given.CommuneAsync(host, insee)}/etat";
        var console = host.VisitPlatform(signedIn: true);
        var opened = await console.OpenAsync(address);
        await console.SubmitAsync(address, "Enregistrer", ("State", "Disabled"), ("Message", "Fermé."));

        var late = await Browser.ReadAsync(await console.SubmitAsync(opened, address, "Enregistrer", [("State", "Preparing")]));

        Assert.Contains("Quelqu’un a changé l’état", late.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await Given.StatusAsync(host.Visit(insee), "/"));
        Assert.Equal(HttpStatusCode.Redirect, (await console.SubmitAsync(late, address, "Enregistrer")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, await Given.StatusAsync(host.Visit(insee), "/"));
    }

    [Fact]
    public async Task A_site_that_does_not_exist_has_no_state() =>
        Assert.Equal(HttpStatusCode.NotFound, await Given.StatusAsync(host.VisitPlatform(signedIn: true), $"/console/sites/{Guid.NewGuid()}/etat"));
}
