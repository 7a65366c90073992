using System.Net;
using AngleSharp.Html.Dom;
using Saas.Contracts.Requests;
using Saas.Modules.Requests.Model;
using Saas.Shell.Identity;

namespace Saas.Modules.Requests.Tests.Processing;

public sealed class AskCompletionTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string Ask = "Demander ces compléments";

    [Fact]
    public async Task The_resident_is_told_what_is_missing_until_when_and_what_becomes_of_the_delay()
    {
        var email = Given.AnAddress();
        var filed = await FileAsync(email, Silence.Rejection);

        await Staff().SubmitAsync($"{filed.Staff}/completer", Ask, ("Motif", "motif"), ("Message au demandeur", "Il nous manque l’essentiel."), ("Until", "2031-03-14"));

        var request = await host.RequestAsync(SaasHost.Claret, filed.Id);
        var mail = (await host.MailsToAsync(SaasHost.Claret, email))[^1];
        Assert.Equal(RequestState.ToComplete, request.State);
        Assert.Null(request.WaitingSince);
        Assert.Equal(["motif"], request.Awaited!.Questions);
        Assert.Contains("À compléter", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("– Motif", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Il nous manque l’essentiel.", mail.Text, StringComparison.Ordinal);
        Assert.Contains("14\u00a0mars 2031", mail.Text, StringComparison.Ordinal);
        Assert.Contains("est suspendu jusqu’à la réception de ces éléments", mail.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "2031-03-14", "questions-error", "Cochez au moins une réponse à compléter.")]
    [InlineData("inconnue", "2031-03-14", "questions-error", "Cochez au moins une réponse à compléter.")]
    [InlineData("motif", "2020-03-14", "until-error", "Laissez du temps au demandeur")]
    [InlineData("motif", "", "until-error", "Indiquez jusqu’à quel jour")]
    public async Task What_cannot_be_asked_is_refused_beside_its_field_and_nothing_leaves(string question, string until, string error, string sentence)
    {
        var email = Given.AnAddress();
        var filed = await FileAsync(email);
        var staff = Staff();
        var page = await staff.OpenAsync($"{filed.Staff}/completer");
        var mails = (await host.MailsToAsync(SaasHost.Claret, email)).Count;

        var refused = await Browser.ReadAsync(await staff.PostAsync($"{filed.Staff}/completer", [.. Hidden(page), ("Questions", question), ("Words", "Merci."), ("Until", until)]));

        Assert.StartsWith(sentence, refused.GetElementById(error)?.TextContent, StringComparison.Ordinal);
        Assert.Equal("Merci.", refused.GetElementById("Words")?.TextContent.Trim());
        Assert.Equal(RequestState.Received, (await host.RequestAsync(SaasHost.Claret, filed.Id)).State);
        Assert.Equal(mails, (await host.MailsToAsync(SaasHost.Claret, email)).Count);
    }

    [Fact]
    public async Task A_double_click_asks_once()
    {
        var email = Given.AnAddress();
        var filed = await FileAsync(email);
        var staff = Staff();
        var page = await staff.OpenAsync($"{filed.Staff}/completer");
        var mails = (await host.MailsToAsync(SaasHost.Claret, email)).Count;

        var answers = await Task.WhenAll(
            staff.SubmitAsync(page, $"{filed.Staff}/completer", Ask, [("Motif", "motif")]),
            staff.SubmitAsync(page, $"{filed.Staff}/completer", Ask, [("Motif", "motif")]));

        Assert.All(answers, answer => Assert.Equal(filed.Staff, answer.Headers.Location?.ToString()));
        Assert.Single(await host.TimelineAsync(SaasHost.Claret, filed.Id), entry => entry.Kind == EntryKind.CompletionAsked);
        Assert.Equal(mails + 1, (await host.MailsToAsync(SaasHost.Claret, email)).Count);
    }

    [Fact]
    public async Task A_request_whose_questions_are_unknown_or_that_is_closed_cannot_be_completed()
    {
        var old = await host.FileAsync(SaasHost.Claret);
        var closed = await FileAsync(Given.AnAddress());
        await Staff().SubmitAsync($"{closed.Staff}/cloturer", "Clore la demande", ("Outcome", "Accepted"));

        var answers = new[] { await Staff().GetAsync($"{old.Staff}/completer"), await Staff().GetAsync($"{closed.Staff}/completer") };

        Assert.Equal([old.Staff, closed.Staff], answers.Select(answer => answer.Headers.Location?.ToString()));
    }

    [Fact]
    public async Task The_town_hall_goes_on_without_waiting()
    {
        var filed = await FileAsync(Given.AnAddress());
        await Staff().SubmitAsync($"{filed.Staff}/completer", Ask, ("Motif", "motif"));

        await Staff().SubmitAsync(filed.Staff, "Reprendre sans attendre");

        var request = await host.RequestAsync(SaasHost.Claret, filed.Id);
        Assert.Equal((RequestState.InProgress, null), (request.State, request.Awaited));
    }

    [Fact]
    public async Task The_list_shows_what_is_to_be_completed_under_its_tab()
    {
        var filed = await FileAsync(Given.AnAddress());
        await Staff().SubmitAsync($"{filed.Staff}/completer", Ask, ("Motif", "motif"));

        var tab = await Staff().GetStringAsync("/gestion/demandes?etat=a-completer");
        var toDealWith = await Staff().GetStringAsync($"/gestion/demandes?q={filed.Reference}");

        Assert.Contains(filed.Reference, tab, StringComparison.Ordinal);
        Assert.DoesNotContain($">{filed.Reference}<", toDealWith, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_communes_request_does_not_exist()
    {
        var filed = await FileAsync(Given.AnAddress());

        using var answer = await host.Visit(SaasHost.Matelles, Role.Administrator).GetAsync($"{filed.Staff}/completer");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static IEnumerable<(string, string)> Hidden(IHtmlDocument page) =>
        page.QuerySelectorAll("main form input[type=hidden]").OfType<IHtmlInputElement>().Select(input => (input.Name!, input.Value));

    private Task<Filed> FileAsync(string email, Silence silence = Silence.None) => host.FileAsync(SaasHost.Claret, Given.ARequest(email) with
    {
        EditionId = Guid.CreateVersion7(),
        Terms = new ProcedureTerms { Silence = silence },
        Answers = [new FiledAnswer("Motif", "Repas", [], "motif"), new FiledAnswer("Date", "samedi 12 décembre 2026", [], "date", "2026-12-12")],
    });

    private Browser Staff() => host.Visit(SaasHost.Claret, Role.Administrator);
}
