using System.Net;

namespace Saas.Modules.Site.Tests.Visiting;

[Collection("town hall")]
public sealed class ShowErrorTests(SaasHost host)
{
    [Fact]
    public async Task An_unknown_address_is_explained_in_the_communes_own_layout_with_its_telephone()
    {
        await Given.TownHallAsync(host, SaasHost.Claret, Given.OpenOnWeekdays);

        var answer = await host.Visit(SaasHost.Claret).GetAsync("/nulle-part");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        var page = await Browser.ReadAsync(answer);
        Assert.Equal("Cette page n’existe pas", page.QuerySelector("h1")!.TextContent);
        Assert.NotNull(page.QuerySelector("main a[href='tel:+33465711020']"));
    }

    [Theory]
    [InlineData("/vie-locale/salle-des-fetes.html", "salle des fetes")]
    [InlineData("/spip.php?article12", "spip")]
    [InlineData("/2019/06/12", "")]
    public async Task An_address_of_the_former_site_is_made_into_a_question(string address, string question)
    {
        var page = await Browser.ReadAsync(await host.Visit(SaasHost.Claret).GetAsync(address));

        Assert.Equal(question, page.QuerySelector("main input[name=q]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_refused_sending_is_explained_too()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/contact") { Content = new StringContent("{}", null, "application/json") };

        var answer = await host.Visit(SaasHost.Claret).SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("Le site n’a pas compris cet envoi", (await Browser.ReadAsync(answer)).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task An_address_that_cannot_be_stored_is_explained_too()
    {
        var answer = await host.Visit(SaasHost.Claret).GetAsync("/contact?x=%00");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotNull((await Browser.ReadAsync(answer)).QuerySelector("h1"));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(404)]
    [InlineData(7)]
    public async Task Asked_for_by_its_own_address_there_is_no_error_to_show(int code) =>
        Assert.Equal(HttpStatusCode.NotFound, (await host.Visit(SaasHost.Claret).GetAsync($"/erreur/{code}")).StatusCode);
}
