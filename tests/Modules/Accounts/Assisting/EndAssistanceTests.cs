using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saas.Shell.Assistance;
using Saas.Shell.Data;
using Saas.Shell.Identity;

namespace Saas.Modules.Accounts.Tests.Assisting;

public sealed class EndAssistanceTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string Page = $"{Assistance.Page}/terminer";

    [Fact]
    public async Task The_town_hall_ends_it_at_any_time_and_whoever_is_in_is_out_at_the_next_request()
    {
        await host.FoundAsync("34056");
        var inside = await Assistance.EnterAsync(host, "34056", mayAct: true);
        var form = await inside.OpenAsync("/gestion/site/actualites/nouvelle");
        var administrator = host.Visit("34056", Role.Administrator);

        await administrator.SubmitAsync(Assistance.Page, "Mettre fin");

        var late = await inside.SubmitAsync(form, "/gestion/site/actualites/nouvelle", null, [("Input.Title", "Trop tard"), ("Input.Body", "<p>x</p>")]);
        Assert.StartsWith("/gestion/connexion", late.Headers.Location?.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await inside.GetAsync("/gestion")).StatusCode);
        Assert.DoesNotContain("Trop tard", await administrator.GetStringAsync("/gestion/site/actualites"), StringComparison.Ordinal);
        var trail = await administrator.GetStringAsync("/gestion/journal");
        Assert.Contains("a mis fin à l’assistance", trail, StringComparison.Ordinal);
        Assert.Contains("qui y a mis fin", await host.VisitPlatform(signedIn: true).GetStringAsync($"/console/journal?site={host.Tenant("34056").Id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_late_click_does_not_end_the_next_one()
    {
        await host.FoundAsync("34057");
        await Assistance.AllowAsync(host, "34057", mayAct: true);
        var administrator = host.Visit("34057", Role.Administrator);
        var page = await administrator.OpenAsync(Page);
        await administrator.SubmitAsync(page, Page, "Mettre fin");
        await Assistance.AllowAsync(host, "34057", mayAct: true);

        var again = await administrator.FollowAsync(await administrator.SubmitAsync(page, Page, "Mettre fin"));

        Assert.Contains("déjà terminée", again.QuerySelector(".message--success")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(again.QuerySelector(".message--warning"));
    }

    [Fact]
    public async Task The_one_of_another_commune_does_not_end()
    {
        await host.FoundAsync("34058");
        await Assistance.AllowAsync(host, "34058", mayAct: true);
        var id = await host.InAsync("34058", services => services.GetRequiredService<SaasDbContext>().Set<AssistanceConsent>().Select(consent => consent.Id).SingleAsync());
        var neighbour = host.Visit(SaasHost.Matelles, Role.Administrator);
        var token = (await neighbour.OpenAsync("/gestion")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        await neighbour.PostAsync(Page, ("__RequestVerificationToken", token), ("Consent", id.ToString()));

        Assert.NotNull(await Assistance.TicketAsync(host, "34058"));
    }
}
