using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Accounts.Tests.Switching;

public sealed class ArriveFromCommuneTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string Refusal = "Ce passage n’est plus ouvert";

    [Fact]
    public async Task A_ticket_opens_the_commune_once_even_on_two_nodes()
    {
        var (_, ticket) = await GivenTicketAsync();
        await using var other = host.AnotherNode();

        var answers = await Task.WhenAll(host.Visit(SaasHost.Matelles).GetAsync(ticket), host.Visit(other, SaasHost.Matelles).GetAsync(ticket));
        var again = await host.Visit(SaasHost.Matelles).GetStringAsync(ticket);

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Redirect);
        Assert.Contains(Refusal, again, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_role_is_the_one_of_the_commune_one_arrives_in()
    {
        var (_, ticket) = await GivenTicketAsync();
        var browser = host.Visit(SaasHost.Matelles);

        await browser.GetAsync(ticket);

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/gestion/reglages")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/gestion/demandes")).StatusCode);
    }

    [Fact]
    public async Task A_ticket_made_up_of_another_commune_sent_by_another_site_or_whose_session_ended_opens_nothing_and_says_the_same()
    {
        var (_, elsewhere) = await GivenTicketAsync();
        var (_, fromOutside) = await GivenTicketAsync();
        var (signedOut, orphan) = await GivenTicketAsync();
        await signedOut.SubmitAsync("/gestion/deconnexion", "Se déconnecter");
        using var lured = new HttpRequestMessage(HttpMethod.Get, fromOutside) { Headers = { { "Sec-Fetch-Site", "cross-site" } } };

        var pages = new[]
        {
            await MainAsync(await host.Visit(SaasHost.Matelles).GetAsync("/gestion/arrivee?billet=invente")),
            await MainAsync(await host.Visit(SaasHost.Matelles).GetAsync("/gestion/arrivee")),
            await MainAsync(await host.Visit(SaasHost.Claret).GetAsync(elsewhere)),
            await MainAsync(await host.Visit(SaasHost.Matelles).SendAsync(lured)),
            await MainAsync(await host.Visit(SaasHost.Matelles).GetAsync(orphan)),
        };

        Assert.Contains(Refusal, pages[0], StringComparison.Ordinal);
        Assert.All(pages, page => Assert.Equal(pages[0], page));
    }

    [Fact]
    public async Task A_ticket_tried_in_the_wrong_commune_is_void_in_the_right_one()
    {
        var (_, ticket) = await GivenTicketAsync();

        await host.Visit(SaasHost.Claret).GetAsync(ticket);

        Assert.Contains(Refusal, await host.Visit(SaasHost.Matelles).GetStringAsync(ticket), StringComparison.Ordinal);
    }

    private async Task<(Browser Claret, string Ticket)> GivenTicketAsync()
    {
        var email = await Given.MemberAsync(host, SaasHost.Claret, Role.Secretary);
        await Given.MemberAsync(host, SaasHost.Matelles, Role.Agent, email);
        var claret = await Given.SignedInAsync(host, SaasHost.Claret, email);
        var left = await claret.SubmitAsync("/gestion/changer-de-commune", "Les Matelles");
        return (claret, left.Headers.Location!.PathAndQuery);
    }

    private static async Task<string> MainAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await Browser.ReadAsync(answer)).QuerySelector("main")!.TextContent;
    }
}
