using System.Net;
using Saas.Contracts.Requests;
using Saas.Shell.Identity;

namespace Saas.Modules.Requests.Tests.Deadlines;

public sealed class SetDeadlineTests(SaasHost host) : IClassFixture<SaasHost>
{
    private static readonly DateOnly NextMonth = DateOnly.FromDateTime(DateTime.UtcNow.AddDays(40));

    [Fact]
    public async Task A_request_whose_silence_speaks_is_due_on_the_day_of_its_receipt()
    {
        var accepted = await host.FileAsync(SaasHost.Claret, Given.ARequest(terms: new ProcedureTerms { Silence = Silence.Acceptance, Months = 3 }));
        var free = await host.FileAsync(SaasHost.Claret, Given.ARequest(terms: new ProcedureTerms { Silence = Silence.None }));

        var due = (await host.RequestAsync(SaasHost.Claret, accepted.Id)).DueOn;

        Assert.InRange(due!.Value, DateOnly.FromDateTime(DateTime.UtcNow).AddMonths(3), DateOnly.FromDateTime(DateTime.UtcNow.AddDays(1)).AddMonths(3));
        Assert.Null((await host.RequestAsync(SaasHost.Claret, free.Id)).DueOn);
    }

    [Fact]
    public async Task An_agent_sets_another_day_and_left_empty_the_laws_counts_again()
    {
        var filed = await host.FileAsync(SaasHost.Claret, Given.ARequest(terms: new ProcedureTerms { Silence = Silence.Rejection, Months = 2 }));
        var legal = (await host.RequestAsync(SaasHost.Claret, filed.Id)).DueOn;

        await SetAsync(filed, NextMonth);
        var set = (await host.RequestAsync(SaasHost.Claret, filed.Id)).DueOn;
        await Staff().SubmitAsync($"{filed.Staff}/echeance", "Enregistrer l’échéance", ("Échéance", ""));

        Assert.Equal(NextMonth, set);
        Assert.Equal(legal, (await host.RequestAsync(SaasHost.Claret, filed.Id)).DueOn);
        Assert.Contains($"a changé l’échéance de la demande {filed.Reference}", await host.Visit(SaasHost.Claret, Role.Administrator).GetStringAsync("/gestion/journal?sorte=Requests"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_that_is_past_is_refused_and_a_colleagues_day_is_not_overwritten_unseen()
    {
        var filed = await host.FileAsync(SaasHost.Claret);
        var staff = Staff();
        var page = await staff.OpenAsync($"{filed.Staff}/echeance");
        await SetAsync(filed, NextMonth);

        var past = await Browser.ReadAsync(await staff.SubmitAsync($"{filed.Staff}/echeance", "Enregistrer l’échéance", ("Échéance", "2020-01-01")));
        var late = await Browser.ReadAsync(await staff.SubmitAsync(page, $"{filed.Staff}/echeance", "Enregistrer l’échéance", [("Échéance", $"{NextMonth.AddDays(1):yyyy-MM-dd}")]));
        var double_ = await staff.SubmitAsync(page, $"{filed.Staff}/echeance", "Enregistrer l’échéance", [("Échéance", $"{NextMonth:yyyy-MM-dd}")]);

        Assert.StartsWith("Choisissez une date à venir", past.QuerySelector("#due-error")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Quelqu’un a changé cette échéance", late.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(filed.Staff, double_.Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_closed_request_has_none_to_set_and_the_neighbours_does_not_exist()
    {
        var closed = await host.FileLongAgoAsync(SaasHost.Claret, DateTimeOffset.UtcNow.AddMonths(-2));
        var theirs = await host.FileAsync(SaasHost.Matelles);

        Assert.Equal(closed.Staff, (await Staff().GetAsync($"{closed.Staff}/echeance")).Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.NotFound, (await Staff().GetAsync($"{theirs.Staff}/echeance")).StatusCode);
    }

    [Fact]
    public async Task The_list_is_sorted_and_narrowed_by_due_date()
    {
        var procedure = $"Démarche {Guid.NewGuid():N}";
        var (none, later, sooner) = (await FileAsync(procedure), await FileAsync(procedure), await FileAsync(procedure));
        await SetAsync(later, NextMonth.AddDays(5));
        await SetAsync(sooner, DateOnly.FromDateTime(DateTime.UtcNow.AddDays(1)));
        var inTime = host.AnotherNode(clock: new Later(TimeSpan.FromDays(3)));
        var address = $"/gestion/demandes?etat=toutes&demarche={Uri.EscapeDataString(procedure)}";

        var sorted = await Staff().OpenAsync($"{address}&tri=echeance");
        var overdue = await host.Visit(inTime, SaasHost.Claret, Role.Secretary).OpenAsync($"{address}&echeance=depassee");

        Assert.Equal([sooner.Reference, later.Reference, none.Reference], References(sorted));
        Assert.Equal([sooner.Reference], References(overdue));
        Assert.Contains("dépassée de", overdue.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
    }

    private static IEnumerable<string> References(AngleSharp.Html.Dom.IHtmlDocument page) => page.QuerySelectorAll("tbody th").Select(cell => cell.TextContent.Trim());

    private Task<Filed> FileAsync(string procedure) => host.FileAsync(SaasHost.Claret, Given.ARequest(procedure: procedure));

    private Task SetAsync(Filed filed, DateOnly day) => Staff().SubmitAsync($"{filed.Staff}/echeance", "Enregistrer l’échéance", ("Échéance", $"{day:yyyy-MM-dd}"));

    private Browser Staff() => host.Visit(SaasHost.Claret, Role.Secretary);

    private sealed class Later(TimeSpan ahead) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;
    }
}
