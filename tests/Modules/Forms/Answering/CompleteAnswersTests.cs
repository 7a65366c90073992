using System.Net;
using AngleSharp.Html.Dom;
using Saas.Modules.Forms.Model;
using Saas.Shell.Identity;

namespace Saas.Modules.Forms.Tests.Answering;

public sealed class CompleteAnswersTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string Send = "Envoyer mes compléments";

    private static readonly Question Lives = new() { Id = "habite", Label = "Vous habitez la commune", Kind = "YesNo", Required = true };

    private static readonly Question Since = new()
    {
        Id = "depuis",
        Label = "Depuis quand",
        Kind = "ShortText",
        Required = true,
        When = new Condition { Clauses = [new Clause("habite", Test.Is, "Oui")] },
    };

    [Fact]
    public async Task Only_what_was_asked_for_opens_and_the_town_hall_reads_both_answers()
    {
        var (browser, request) = await AskedAsync(["message", "justificatif"], Given.Name, Given.Email, Given.Message, Given.Proof with { Required = false });

        var (at, page) = await OpenAsync(browser, request);
        var sent = await browser.SubmitAsync(page, at, Send, [("Message", "La bonne date")], [new SentFile("Justificatif", "preuve.pdf", Given.Pdf("preuve"))]);
        var follow = await browser.FollowAsync(sent);
        var staff = await Staff().OpenAsync(request.Staff);

        Assert.Null(page.QuerySelector("[name=q_nom]"));
        Assert.Equal("Une ligne", page.Value("q_message"));
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        Assert.Contains("Vos compléments sont envoyés.", follow.Words(), StringComparison.Ordinal);
        Assert.Contains("Message : La bonne date (avant : Une ligne)", staff.Words(), StringComparison.Ordinal);
        Assert.Contains("preuve.pdf", staff.Words(), StringComparison.Ordinal);
        Assert.Contains("Léa Martin", staff.Words(), StringComparison.Ordinal);
        Assert.Contains("En cours", staff.Words(), StringComparison.Ordinal);
        Assert.Contains(await host.MailsToAsync(SaasHost.Claret, "lea@exemple.fr"), mail => mail.Subject.Contains($"Vos compléments sont enregistrés – demande {request.Reference}", StringComparison.Ordinal));
        Assert.Contains(await host.MailsToAsync(SaasHost.Claret, request.Recipient), mail => mail.Subject.StartsWith("Compléments reçus", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_asked_for_is_awaited_though_it_was_optional_and_nothing_typed_is_lost()
    {
        var (browser, request) = await AskedAsync(["message", "justificatif"], Given.Name, Given.Email, Given.Message, Given.Proof with { Required = false });
        var (at, page) = await OpenAsync(browser, request);

        var refused = await Browser.ReadAsync(await browser.SubmitAsync(page, at, Send, [("Message", "Corrigé")]));
        var later = await browser.OpenAsync(at);

        Assert.Equal(["#q_justificatif"], refused.QuerySelectorAll(".error-summary a").Select(link => link.GetAttribute("href")));
        Assert.Equal("Corrigé", refused.Value("q_message"));
        Assert.Equal("Corrigé", later.Value("q_message"));
    }

    [Fact]
    public async Task A_double_click_completes_once_and_the_back_button_leads_to_the_request()
    {
        var (browser, request) = await AskedAsync(["message"], Given.Name, Given.Email, Given.Message);
        var (at, page) = await OpenAsync(browser, request);

        var answers = await Task.WhenAll(
            browser.SubmitAsync(page, at, Send, [("Message", "Deux fois")]),
            browser.SubmitAsync(page, at, Send, [("Message", "Deux fois")]),
            browser.SubmitAsync(page, at, Send, [("Message", "Deux fois")]));
        using var back = await browser.GetAsync(at);

        Assert.All(answers, answer => Assert.Equal(request.Follow, answer.Headers.Location?.ToString()));
        Assert.Equal(request.Follow, back.Headers.Location?.ToString());
        Assert.Single(await host.MailsToAsync(SaasHost.Claret, request.Recipient), mail => mail.Subject.StartsWith("Compléments reçus", StringComparison.Ordinal));
        Assert.Empty(await host.DraftsAsync(SaasHost.Claret, request.FormId));
    }

    [Fact]
    public async Task A_corrected_answer_brings_the_question_that_depends_on_it()
    {
        var (browser, request) = await AskedAsync(["habite"], Given.Name, Given.Email, Lives, Since);
        var (at, page) = await OpenAsync(browser, request);

        var without = await Browser.ReadAsync(await browser.SubmitAsync(page, at, Send, [("Oui", "Oui")]));
        var sent = await browser.SubmitAsync(without, at, Send, [("Depuis quand", "2019")]);

        Assert.Equal(["#q_depuis"], without.QuerySelectorAll(".error-summary a").Select(link => link.GetAttribute("href")));
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        Assert.Contains("2019", (await Staff().OpenAsync(request.Staff)).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_longer_awaited_is_kept_and_said()
    {
        var (browser, request) = await AskedAsync(["message"], Given.Name, Given.Email, Given.Message);
        var (at, page) = await OpenAsync(browser, request);
        await Staff().SubmitAsync(request.Staff, "Reprendre sans attendre");

        var late = await Browser.ReadAsync(await browser.SubmitAsync(page, at, Send, [("Message", "Trop tard")]));

        Assert.Contains("Ces compléments ne sont plus attendus", late.Words(), StringComparison.Ordinal);
        Assert.Equal("Trop tard", late.Value("q_message"));
        Assert.DoesNotContain("Trop tard", (await Staff().OpenAsync(request.Staff)).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_browser_or_commune_does_not_open_it_and_the_form_itself_does_not_show_its_draft()
    {
        var (browser, request) = await AskedAsync(["message"], Given.Name, Given.Email, Given.Message);
        var (at, page) = await OpenAsync(browser, request);

        using var stranger = await host.Visit(SaasHost.Claret).GetAsync(at);
        using var elsewhere = await host.Visit(SaasHost.Matelles).GetAsync(at);
        var form = await browser.OpenAsync($"/demarches/{request.Slug}");

        Assert.Equal(HttpStatusCode.NotFound, stranger.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
        Assert.DoesNotContain("Vous avez commencé", form.Words(), StringComparison.Ordinal);
        Assert.Equal("", form.Value("q_message"));
    }

    [Fact]
    public async Task Another_device_with_the_code_goes_on_with_the_same_draft()
    {
        var (browser, request) = await AskedAsync(["message"], Given.Name, Given.Email, Given.Message);
        var (at, page) = await OpenAsync(browser, request);
        await browser.SubmitAsync(page, at, "Enregistrer le brouillon", [("Message", "Commencé sur le téléphone")]);

        var other = host.Visit(SaasHost.Claret);
        await other.SubmitAsync(request.Follow, button: null, ("Code", request.Code));
        var (_, again) = await OpenAsync(other, request);

        Assert.Equal("Commencé sur le téléphone", again.Value("q_message"));
    }

    private Browser Staff() => host.Visit(SaasHost.Claret, Role.Administrator);

    private static async Task<(string At, IHtmlDocument Page)> OpenAsync(Browser browser, Asked request)
    {
        using var opened = await browser.SubmitAsync(request.Follow, "Compléter ma demande");
        var at = opened.Headers.Location!.ToString();
        return (at, await browser.OpenAsync(at));
    }

    /// <summary>A request that was sent, of which the town hall asks for these answers again.</summary>
    private async Task<(Browser Browser, Asked Request)> AskedAsync(string[] asked, params Question[] questions)
    {
        var form = await host.OpenAsync(SaasHost.Claret, questions);
        var browser = host.Visit(host.AnotherNode(new Dictionary<string, string> { ["Forms:LeastSeconds"] = "0" }), SaasHost.Claret);
        (string, string)[] answers = [("q_nom", "Léa Martin"), ("q_email", "lea@exemple.fr"), ("q_message", "Une ligne"), ("q_habite", "Non")];
        var sent = await browser.SubmitAsync($"/demarches/{form.Slug}", "Envoyer ma demande", [.. answers.Where(answer => questions.Any(question => question.Field == answer.Item1))]);
        var receipt = await browser.FollowAsync(sent);
        var reference = sent.Headers.Location!.ToString().Split('/')[^1];
        var code = receipt.QuerySelectorAll(".receipt__codes dd")[1].TextContent.Replace("\u00a0", "", StringComparison.Ordinal);
        var staff = Staff();
        var request = (await staff.OpenAsync($"/gestion/demandes?q={reference}")).QuerySelector(".row-link")!.GetAttribute("href")!;
        var ask = await staff.OpenAsync($"{request}/completer");
        var hidden = ask.QuerySelectorAll("main form input[type=hidden]").OfType<IHtmlInputElement>().Select(input => (input.Name!, input.Value));
        using var done = await staff.PostAsync($"{request}/completer", [.. hidden, .. asked.Select(question => ("Questions", question)), ("Words", "Merci de compléter."), ("Until", "2031-03-14")]);
        Assert.Equal(request, done.Headers.Location?.ToString());
        return (browser, new Asked(form.Id, form.Slug, reference, code, form.Recipient, request));
    }

    private sealed record Asked(Guid FormId, string Slug, string Reference, string Code, string Recipient, string Staff)
    {
        public string Follow => $"/demandes/{Reference}";
    }
}
