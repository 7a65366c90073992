using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saas.Shell.Data;
using Saas.Shell.Identity;

namespace Saas.Modules.Accounts.Tests.Switching;

public sealed class ArriveFromCommuneTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string Refusal = "Ce passage n’est plus ouvert";

    [Fact]
    public async Task A_ticket_opens_the_commune_once_even_on_two_nodes()
    {
        var (_, ticket) = await Given.TicketAsync(host);
        await using var other = host.AnotherNode();

        var answers = await Task.WhenAll(Given.ArriveAsync(host.Visit(SaasHost.Matelles), ticket), Given.ArriveAsync(host.Visit(other, SaasHost.Matelles), ticket));
        var again = await Given.ArriveAsync(host.Visit(SaasHost.Matelles), ticket);

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Redirect);
        Assert.Contains(Refusal, await MainAsync(again), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_role_is_the_one_of_the_commune_one_arrives_in()
    {
        var (_, ticket) = await Given.TicketAsync(host);
        var browser = host.Visit(SaasHost.Matelles);

        await Given.ArriveAsync(browser, ticket);

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/gestion/reglages")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/gestion/demandes")).StatusCode);
    }

    [Fact]
    public async Task Opening_an_address_never_acts_even_with_a_ticket_in_it()
    {
        var (_, ticket) = await Given.TicketAsync(host);
        var browser = host.Visit(SaasHost.Matelles);

        var opened = await browser.GetAsync($"/gestion/arrivee?billet={ticket}");
        var arrived = await Given.ArriveAsync(browser, ticket);

        Assert.Contains(Refusal, await MainAsync(opened), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, arrived.StatusCode);
    }

    [Fact]
    public async Task A_ticket_made_up_late_stolen_of_another_commune_or_whose_session_ended_opens_nothing_and_says_the_same()
    {
        var tickets = new List<string>();
        for (var i = 0; i < 6; i++)
        {
            tickets.Add((await Given.TicketAsync(host)).Ticket);
        }

        var (signedOut, orphan) = await Given.TicketAsync(host);
        await signedOut.SubmitAsync("/gestion/deconnexion", "Se déconnecter");
        await ExpireAsync(tickets[0]);
        var there = host.Visit(SaasHost.Matelles);

        var pages = new[]
        {
            await MainAsync(await there.GetAsync("/gestion/arrivee")),
            await MainAsync(await Given.ArriveAsync(there, "invente")),
            await MainAsync(await Given.ArriveAsync(there, "")),
            await MainAsync(await Given.ArriveAsync(there, tickets[0])),
            await MainAsync(await Given.ArriveAsync(host.Visit(SaasHost.Claret), tickets[1])),
            await MainAsync(await Given.ArriveAsync(there, tickets[2], from: "https://ailleurs.test")),
            await MainAsync(await Given.ArriveAsync(there, tickets[3], from: "https://les-matelles.parvis.localhost")),
            await MainAsync(await Given.ArriveAsync(there, tickets[4], from: "null")),
            await MainAsync(await Given.ArriveAsync(there, tickets[5], from: null)),
            await MainAsync(await Given.ArriveAsync(there, orphan)),
        };

        Assert.Contains(Refusal, pages[0], StringComparison.Ordinal);
        Assert.All(pages, page => Assert.Equal(pages[0], page));
        Assert.Equal(HttpStatusCode.SeeOther, (await there.GetAsync("/gestion")).StatusCode);
    }

    [Fact]
    public async Task A_ticket_tried_in_the_wrong_commune_or_from_elsewhere_is_void_in_the_right_one()
    {
        var (_, misled) = await Given.TicketAsync(host);
        var (_, stolen) = await Given.TicketAsync(host);
        await Given.ArriveAsync(host.Visit(SaasHost.Claret), misled);
        await Given.ArriveAsync(host.Visit(SaasHost.Matelles), stolen, from: "https://ailleurs.test");

        var answers = new[] { await Given.ArriveAsync(host.Visit(SaasHost.Matelles), misled), await Given.ArriveAsync(host.Visit(SaasHost.Matelles), stolen) };

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
    }

    private Task ExpireAsync(string ticket)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(ticket));
        return host.InAsync(SaasHost.Claret, services => services.GetRequiredService<SaasDbContext>().Set<SwitchTicket>()
            .Where(known => known.KeyHash == hash)
            .ExecuteUpdateAsync(set => set.SetProperty(known => known.ExpiresAt, DateTimeOffset.UtcNow.AddSeconds(-1))));
    }

    private static async Task<string> MainAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await Browser.ReadAsync(answer)).QuerySelector("main")!.TextContent;
    }
}
