using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Requests.Tests.Retention;

public sealed class KeepRequestTests(SaasHost host) : IClassFixture<SaasHost>
{
    private static readonly string NextYear = $"{DateTime.UtcNow.AddYears(1):yyyy-MM-dd}";

    [Fact]
    public async Task A_closed_request_is_kept_until_a_day_with_a_reason_that_the_team_reads()
    {
        var filed = await ClosedAsync(SaasHost.Claret);

        var kept = await Staff().SubmitAsync($"{filed.Staff}/conserver", "Garder la demande", ("La garder jusqu’au", NextYear), ("Motif", "Recours au tribunal <b>administratif</b>"));

        var page = await Staff().FollowAsync(kept);
        var list = await Staff().OpenAsync("/gestion/demandes/conservation?etat=gardees");
        Assert.Contains("Recours au tribunal <b>administratif</b>", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(filed.Reference, list.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("garde plus longtemps la demande", await host.Visit(SaasHost.Claret, Role.Administrator).GetStringAsync("/gestion/journal?sorte=Requests"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_reason_or_with_a_day_that_is_past_nothing_is_kept_and_what_was_typed_stays()
    {
        var filed = await ClosedAsync(SaasHost.Claret);

        var silent = await Browser.ReadAsync(await Staff().SubmitAsync($"{filed.Staff}/conserver", "Garder la demande", ("La garder jusqu’au", NextYear)));
        var past = await Browser.ReadAsync(await Staff().SubmitAsync($"{filed.Staff}/conserver", "Garder la demande", ("La garder jusqu’au", "2020-01-01"), ("Motif", "Recours")));

        Assert.StartsWith("Dites pourquoi", silent.QuerySelector("#reason-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(NextYear, silent.QuerySelector("#Until")!.GetAttribute("value"));
        Assert.StartsWith("Choisissez une date à venir", past.QuerySelector("#until-error")!.TextContent, StringComparison.Ordinal);
        Assert.Null(await host.PlanAsync(SaasHost.Claret, filed.Id));
    }

    [Fact]
    public async Task Sent_twice_it_is_kept_once_and_let_go_the_rule_counts_again()
    {
        var filed = await ClosedAsync(SaasHost.Claret);
        var staff = Staff();
        var page = await staff.OpenAsync($"{filed.Staff}/conserver");
        (string, string)[] fields = [("La garder jusqu’au", NextYear), ("Motif", "Recours")];

        await staff.SubmitAsync(page, $"{filed.Staff}/conserver", "Garder la demande", fields);
        var again = await staff.SubmitAsync(page, $"{filed.Staff}/conserver", "Garder la demande", fields);
        var kept = await host.PlanAsync(SaasHost.Claret, filed.Id);
        await staff.SubmitAsync($"{filed.Staff}/conserver", "Appliquer à nouveau la règle");

        Assert.Equal(filed.Staff, again.Headers.Location?.ToString());
        Assert.Equal("Recours", kept!.KeptBecause);
        Assert.Null((await host.PlanAsync(SaasHost.Claret, filed.Id))!.KeptUntil);
    }

    [Fact]
    public async Task A_request_that_is_open_needs_no_keeping_and_the_neighbours_does_not_exist()
    {
        var open = await host.FileAsync(SaasHost.Claret);
        var theirs = await ClosedAsync(SaasHost.Matelles);
        var mine = await ClosedAsync(SaasHost.Claret);
        var page = await Staff().OpenAsync($"{mine.Staff}/conserver");

        Assert.Equal(open.Staff, (await Staff().GetAsync($"{open.Staff}/conserver")).Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.NotFound, (await Staff().GetAsync($"{theirs.Staff}/conserver")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Staff().SubmitAsync(page, $"{theirs.Staff}/conserver", "Garder la demande", [("La garder jusqu’au", NextYear), ("Motif", "Recours")])).StatusCode);
    }

    private Browser Staff() => host.Visit(SaasHost.Claret, Role.Secretary);

    private Task<Filed> ClosedAsync(string insee) => host.FileLongAgoAsync(insee, DateTimeOffset.UtcNow.AddMonths(-3));
}
