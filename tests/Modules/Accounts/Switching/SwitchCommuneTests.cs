using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Accounts.Tests.Switching;

public sealed class SwitchCommuneTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string Page = "/gestion/changer-de-commune";

    [Fact]
    public async Task Whoever_serves_two_communes_sees_the_other_in_the_header_and_arrives_there_signed_in()
    {
        var email = await Given.MemberAsync(host, SaasHost.Claret, Role.Secretary);
        await Given.MemberAsync(host, SaasHost.Matelles, Role.Agent, email);
        var claret = await Given.SignedInAsync(host, SaasHost.Claret, email);
        var header = (await claret.OpenAsync("/gestion")).QuerySelector(".staff-switch");

        var left = await claret.SubmitAsync(Page, "Les Matelles");
        var between = (await Browser.ReadAsync(left)).QuerySelector("form[data-send-at-once]");
        var arrived = await Given.ArriveAsync(host.Visit(SaasHost.Matelles), between!.QuerySelector("input")!.GetAttribute("value")!);

        Assert.Contains("Les Matelles", header!.TextContent, StringComparison.Ordinal);
        Assert.Equal("https://les-matelles.parvis.localhost/gestion/arrivee", between.GetAttribute("action"));
        Assert.NotNull(between.QuerySelector("button"));
        Assert.Equal("strict-origin", left.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("/gestion", arrived.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Whoever_serves_one_commune_sees_no_other_and_obtains_no_ticket_for_it()
    {
        var claret = await Given.SignedInAsync(host, SaasHost.Claret, await Given.MemberAsync(host, SaasHost.Claret, Role.Secretary));
        var page = await claret.OpenAsync("/gestion");
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        var answer = await claret.PostAsync(Page, ("__RequestVerificationToken", token), ("Commune", host.Tenant(SaasHost.Matelles).Id.ToString()));

        Assert.Null(page.QuerySelector(".staff-switch"));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_policy_of_pages_lets_staff_go_to_another_commune_and_visitors_nowhere()
    {
        var staff = await host.Visit(SaasHost.Claret, Role.Administrator).GetAsync("/gestion");
        var visitor = await host.Visit(SaasHost.Claret).GetAsync("/gestion/connexion");

        Assert.Contains("form-action 'self' https://*.parvis.localhost;", staff.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("form-action 'self';", visitor.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }
}
