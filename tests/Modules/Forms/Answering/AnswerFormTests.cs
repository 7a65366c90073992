using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saas.Modules.Forms.Model;
using Saas.Shell.Data;
using Saas.Shell.Files;
using Saas.Shell.Web;

namespace Saas.Modules.Forms.Tests.Answering;

public sealed class AnswerFormTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string Send = "Envoyer ma demande";

    private static readonly (string, string)[] Complete = [("Votre nom", "Léa Martin"), ("Votre adresse e-mail", "lea@exemple.fr")];

    [Fact]
    public async Task A_resident_sends_a_request_and_reads_the_receipt()
    {
        var form = await host.OpenAsync(SaasHost.Claret, Given.Name, Given.Email, Given.Message);
        var browser = host.Visit(SaasHost.Claret);

        var sent = await browser.SubmitAsync($"/demarches/{form.Slug}", Send, [.. Complete, ("Message", "Une ligne\net une autre")]);
        var receipt = await browser.FollowAsync(sent);

        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        Assert.Contains(form.Title, receipt.Words(), StringComparison.Ordinal);
        Assert.Contains("Léa Martin", receipt.Words(), StringComparison.Ordinal);
        Assert.Empty(await host.DraftsAsync(SaasHost.Claret, form.Id));
        Assert.NotEmpty(await host.MailsToAsync(SaasHost.Claret, "lea@exemple.fr"));
    }

    [Fact]
    public async Task Every_mistake_is_said_beside_its_field_and_in_the_summary_and_nothing_typed_is_lost()
    {
        var form = await host.OpenAsync(SaasHost.Claret, Given.Name, Given.Email, Given.Fits, Given.Message);
        var browser = host.Visit(SaasHost.Claret);

        var refused = await browser.SubmitAsync($"/demarches/{form.Slug}", Send, ("Votre adresse e-mail", "lea@exemple"), ("Message", "Un long récit"));
        var page = await Browser.ReadAsync(refused);

        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        Assert.Equal(["#q_nom", "#q_email", "#q_creneau"], page.QuerySelectorAll(".error-summary a").Select(link => link.GetAttribute("href")));
        Assert.Equal("lea@exemple", page.Value("q_email"));
        Assert.Contains("q_email-error", page.GetElementById("q_email")!.GetAttribute("aria-describedby"), StringComparison.Ordinal);
        Assert.NotNull(page.GetElementById("q_email-error"));
        Assert.Equal("Un long récit", page.Value("q_message"));
    }

    [Fact]
    public async Task What_was_refused_is_found_again_later_on_the_same_device_and_on_no_other()
    {
        var form = await host.OpenAsync(SaasHost.Claret, Given.Name, Given.Email);
        var browser = host.Visit(SaasHost.Claret);
        await browser.SubmitAsync($"/demarches/{form.Slug}", Send, ("Votre nom", "Léa Martin"));

        var later = await browser.OpenAsync($"/demarches/{form.Slug}");
        var elsewhere = await host.Visit(SaasHost.Claret).OpenAsync($"/demarches/{form.Slug}");

        Assert.Contains("Vous avez commencé cette demande", later.Words(), StringComparison.Ordinal);
        Assert.Equal("Léa Martin", later.Value("q_nom"));
        Assert.Equal("", elsewhere.Value("q_nom"));
    }

    [Fact]
    public async Task A_double_click_sends_one_request()
    {
        var form = await host.OpenAsync(SaasHost.Claret, Given.Name, Given.Email, Given.Proof);
        var browser = host.Visit(SaasHost.Claret);
        var page = await browser.OpenAsync($"/demarches/{form.Slug}");
        SentFile[] files = [new("Justificatif", "preuve.pdf", Given.Pdf("double"))];

        var answers = await Task.WhenAll(
            browser.SubmitAsync(page, $"/demarches/{form.Slug}", Send, Complete, files),
            browser.SubmitAsync(page, $"/demarches/{form.Slug}", Send, Complete, files),
            browser.SubmitAsync(page, $"/demarches/{form.Slug}", Send, Complete, files));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode));
        Assert.Single(answers.Select(answer => answer.Headers.Location).Distinct());
        Assert.Empty(await host.DraftsAsync(SaasHost.Claret, form.Id));
    }

    [Fact]
    public async Task Sending_the_same_page_again_leads_to_the_same_receipt_files_joined_before_included()
    {
        var form = await host.OpenAsync(SaasHost.Claret, Given.Name, Given.Email, Given.Proof);
        var browser = host.Visit(SaasHost.Claret);
        var page = await AttachAsync(browser, form, "preuve.pdf", Given.Pdf("jointe avant"), Complete);

        var first = await browser.SubmitAsync(page, $"/demarches/{form.Slug}", Send, Complete);
        var again = await browser.SubmitAsync(page, $"/demarches/{form.Slug}", Send, Complete);

        Assert.Equal(HttpStatusCode.SeeOther, first.StatusCode);
        Assert.Equal(first.Headers.Location, again.Headers.Location);
    }

    [Fact]
    public async Task The_back_button_and_other_answers_make_a_second_request_only_when_it_is_sent_again()
    {
        var form = await host.OpenAsync(SaasHost.Claret, Given.Name, Given.Email);
        var browser = host.Visit(SaasHost.Claret);
        var page = await browser.OpenAsync($"/demarches/{form.Slug}");
        var first = await browser.SubmitAsync(page, $"/demarches/{form.Slug}", Send, Complete);

        var other = await browser.SubmitAsync(page, $"/demarches/{form.Slug}", Send, [("Votre nom", "Tom Martin"), ("Votre adresse e-mail", "tom@exemple.fr")]);
        var shown = await Browser.ReadAsync(other);
        var second = await browser.SubmitAsync(shown, $"/demarches/{form.Slug}", Send);

        Assert.Contains("Vous avez déjà envoyé une demande (référence", shown.Words(), StringComparison.Ordinal);
        Assert.Equal("Tom Martin", shown.Value("q_nom"));
        Assert.Equal(HttpStatusCode.SeeOther, second.StatusCode);
        Assert.NotEqual(first.Headers.Location, second.Headers.Location);
    }

    [Fact]
    public async Task The_same_answers_from_a_page_opened_afresh_lead_to_the_receipt_that_exists()
    {
        var form = await host.OpenAsync(SaasHost.Claret, Given.Name, Given.Email, Given.Proof);
        var browser = host.Visit(SaasHost.Claret);
        SentFile[] files = [new("Justificatif", "preuve.pdf", Given.Pdf("la même"))];
        var first = await browser.SubmitAsync(await browser.OpenAsync($"/demarches/{form.Slug}"), $"/demarches/{form.Slug}", Send, Complete, files);

        var afresh = await browser.OpenAsync($"/demarches/{form.Slug}");
        var again = await browser.SubmitAsync(afresh, $"/demarches/{form.Slug}", Send, Complete, files);

        Assert.Contains("Vous avez envoyé cette demande aujourd’hui", afresh.Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, again.StatusCode);
        Assert.Equal(first.Headers.Location, again.Headers.Location);
        Assert.Empty(await host.DraftsAsync(SaasHost.Claret, form.Id));
    }

    [Fact]
    public async Task Another_request_with_the_same_answers_is_sent_on_purpose_and_once()
    {
        var form = await host.OpenAsync(SaasHost.Claret, Given.Name, Given.Email);
        var browser = host.Visit(SaasHost.Claret);
        var first = await browser.SubmitAsync($"/demarches/{form.Slug}", Send, Complete);
        var receipt = await browser.FollowAsync(first);
        var another = receipt.QuerySelectorAll("main a").Single(link => link.TextContent == "Faire une autre demande").GetAttribute("href")!;

        var second = await browser.SubmitAsync(another, Send, Complete);
        var third = await browser.SubmitAsync(another, Send, Complete);

        Assert.Equal(HttpStatusCode.SeeOther, second.StatusCode);
        Assert.NotEqual(first.Headers.Location, second.Headers.Location);
        Assert.Equal(second.Headers.Location, third.Headers.Location);
    }

    [Fact]
    public async Task Other_answers_from_a_page_opened_afresh_are_asked_about_kept_and_sent_when_insisted()
    {
        var form = await host.OpenAsync(SaasHost.Claret, Given.Name, Given.Email);
        var browser = host.Visit(SaasHost.Claret);
        var first = await browser.SubmitAsync($"/demarches/{form.Slug}", Send, Complete);

        var asked = await browser.SubmitAsync($"/demarches/{form.Slug}", Send, ("Votre nom", "Tom Martin"), ("Votre adresse e-mail", "tom@exemple.fr"));
        var shown = await Browser.ReadAsync(asked);
        var second = await browser.SubmitAsync(shown, $"/demarches/{form.Slug}", Send);

        Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
        Assert.Contains("Vous avez déjà envoyé une demande (référence", shown.Words(), StringComparison.Ordinal);
        Assert.Equal("Tom Martin", shown.Value("q_nom"));
        Assert.Equal(HttpStatusCode.SeeOther, second.StatusCode);
        Assert.NotEqual(first.Headers.Location, second.Headers.Location);
    }

    [Fact]
    public async Task The_same_answers_from_another_browser_are_another_request()
    {
        var form = await host.OpenAsync(SaasHost.Claret, Given.Name, Given.Email);
        var first = await host.Visit(SaasHost.Claret).SubmitAsync($"/demarches/{form.Slug}", Send, Complete);

        var elsewhere = await host.Visit(SaasHost.Claret).SubmitAsync($"/demarches/{form.Slug}", Send, Complete);

        Assert.Equal(HttpStatusCode.SeeOther, elsewhere.StatusCode);
        Assert.NotEqual(first.Headers.Location, elsewhere.Headers.Location);
    }

    [Fact]
    public async Task A_file_that_was_received_stays_when_the_rest_is_refused()
    {
        var form = await host.OpenAsync(SaasHost.Claret, Given.Name, Given.Email, Given.Proof);
        var browser = host.Visit(SaasHost.Claret);
        var page = await browser.OpenAsync($"/demarches/{form.Slug}");

        var refused = await Browser.ReadAsync(await browser.SubmitAsync(page, $"/demarches/{form.Slug}", Send, [("Votre nom", "Léa")], [new("Justificatif", "preuve.pdf", Given.Pdf("gardée"))]));
        var sent = await browser.SubmitAsync(refused, $"/demarches/{form.Slug}", Send, [("Votre adresse e-mail", "lea@exemple.fr")]);
        var receipt = await browser.FollowAsync(sent);

        Assert.Equal("preuve.pdf", refused.QuerySelector(".files__name")?.TextContent);
        Assert.Contains("preuve.pdf", receipt.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_another_type_is_refused_in_words_and_the_others_are_kept()
    {
        var form = await host.OpenAsync(SaasHost.Claret, Given.Name, Given.Proof);
        var browser = host.Visit(SaasHost.Claret);
        var page = await browser.OpenAsync($"/demarches/{form.Slug}");

        var answer = await browser.SubmitAsync(page, $"/demarches/{form.Slug}", "Joindre ce fichier", [], [new("Justificatif", "programme.exe", "MZ..."u8.ToArray()), new("Justificatif", "preuve.pdf", Given.Pdf("bonne"))]);
        var shown = await Browser.ReadAsync(answer);

        Assert.Contains("« programme.exe » n’est pas d’un type accepté", shown.Words(), StringComparison.Ordinal);
        Assert.Equal(["preuve.pdf"], shown.QuerySelectorAll(".files__name").Select(name => name.TextContent));
    }

    [Fact]
    public async Task A_film_sent_by_mistake_is_refused_beside_its_field_and_everything_else_is_kept()
    {
        var form = await host.OpenAsync(SaasHost.Claret, Given.Name, Given.Proof, Given.Message);
        var browser = host.Visit(SaasHost.Claret);
        var page = await browser.OpenAsync($"/demarches/{form.Slug}");

        var answer = await browser.SubmitAsync(
            page,
            $"/demarches/{form.Slug}",
            Send,
            [("Votre nom", "Léa Martin"), ("Message", "Un long récit")],
            [new("Justificatif", "film.mp4", new byte[90_000_000]), new("Justificatif", "preuve.pdf", Given.Pdf("après le film"))]);
        var shown = await Browser.ReadAsync(answer);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("« film.mp4 » est trop lourd : 10 Mo au plus", shown.GetElementById("q_justificatif-error")!.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Equal("Un long récit", shown.Value("q_message"));
        Assert.Equal(["preuve.pdf"], shown.QuerySelectorAll(".files__name").Select(name => name.TextContent));
    }

    [Fact]
    public async Task Sent_too_often_it_comes_back_filled_in_with_the_time_to_wait_and_nothing_is_kept_of_it()
    {
        var form = await host.OpenAsync(SaasHost.Claret, Given.Name, Given.Proof, Given.Message);
        await using var strict = host.AnotherNode(new Dictionary<string, string> { ["RateLimits:FilingsPerWindow"] = "1" });
        var browser = host.Visit(strict, SaasHost.Claret);
        var saved = await browser.FollowAsync(await browser.SubmitAsync($"/demarches/{form.Slug}", "Enregistrer le brouillon", ("Votre nom", "Léa")));

        var answer = await browser.SubmitAsync(saved, $"/demarches/{form.Slug}", Send, [("Votre nom", "Léa Martin"), ("Message", "Un long récit")], [new("Justificatif", "preuve.pdf", Given.Pdf("de trop"))]);
        var shown = await Browser.ReadAsync(answer);

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
        Assert.Equal("Léa Martin", shown.Value("q_nom"));
        Assert.Equal("Un long récit", shown.Value("q_message"));
        Assert.Contains("Attendez 5 minutes", shown.Words(), StringComparison.Ordinal);
        Assert.Contains("sauf les fichiers choisis cette fois", shown.Words(), StringComparison.Ordinal);
        Assert.Contains("Votre brouillon, enregistré aujourd’hui", shown.Words(), StringComparison.Ordinal);
        Assert.Equal("Léa", Assert.Single(await host.DraftsAsync(SaasHost.Claret, form.Id)).Answers["nom"]);
    }

    [Fact]
    public async Task An_eleventh_file_is_refused()
    {
        var form = await host.OpenAsync(SaasHost.Claret, Given.Proof);
        var browser = host.Visit(SaasHost.Claret);
        var page = await browser.OpenAsync($"/demarches/{form.Slug}");
        var files = Enumerable.Range(1, 11).Select(number => new SentFile("Justificatif", $"page-{number}.pdf", Given.Pdf($"page {number}"))).ToList();

        var shown = await Browser.ReadAsync(await browser.SubmitAsync(page, $"/demarches/{form.Slug}", "Joindre ce fichier", [], files));

        Assert.Equal(10, shown.QuerySelectorAll(".files__name").Length);
        Assert.Contains("« page-11.pdf » n’a pas été gardé", shown.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_taken_out_again()
    {
        var form = await host.OpenAsync(SaasHost.Claret, Given.Name, Given.Proof);
        var browser = host.Visit(SaasHost.Claret);
        var page = await AttachAsync(browser, form, "preuve.pdf", Given.Pdf("retirée"), [("Votre nom", "Léa")]);

        var removed = await browser.FollowAsync(await browser.SubmitAsync(page, $"/demarches/{form.Slug}", "Retirer"));

        Assert.Empty(removed.QuerySelectorAll(".files__name"));
        Assert.Equal("Léa", removed.Value("q_nom"));
        Assert.Empty(Assert.Single(await host.DraftsAsync(SaasHost.Claret, form.Id)).Files);
    }

    [Fact]
    public async Task A_file_named_in_the_page_but_received_by_another_draft_is_not_bound()
    {
        var form = await host.OpenAsync(SaasHost.Claret, Given.Name, Given.Proof);
        await AttachAsync(host.Visit(SaasHost.Claret), form, "privee.pdf", Given.Pdf("d’un autre"), []);
        var theirs = Assert.Single(await host.DraftsAsync(SaasHost.Claret, form.Id));
        var browser = host.Visit(SaasHost.Claret);
        var page = await browser.OpenAsync($"/demarches/{form.Slug}");

        var answer = await browser.SubmitAsync(page, $"/demarches/{form.Slug}", Send, [("Draft", theirs.Id.ToString()), ("Votre nom", "Curieux")]);
        var shown = await Browser.ReadAsync(answer);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("Joignez le fichier demandé", shown.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("privee.pdf", shown.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain((await host.DraftsAsync(SaasHost.Claret, form.Id)).Single(draft => draft.Id == theirs.Id).Answers, answered => answered.Value == "Curieux");
    }

    [Fact]
    public async Task A_draft_is_kept_on_demand_and_erased_on_demand_with_its_files()
    {
        var form = await host.OpenAsync(SaasHost.Claret, Given.Name, Given.Proof);
        var browser = host.Visit(SaasHost.Claret);
        await AttachAsync(browser, form, "preuve.pdf", Given.Pdf("à effacer"), []);
        var saved = await browser.FollowAsync(await browser.SubmitAsync($"/demarches/{form.Slug}", "Enregistrer le brouillon", ("Votre nom", "Léa")));
        var file = Assert.Single(Assert.Single(await host.DraftsAsync(SaasHost.Claret, form.Id)).Files).Id;

        var erased = await browser.FollowAsync(await browser.SubmitAsync(saved, $"/demarches/{form.Slug}", "Oui, tout effacer"));

        Assert.Contains("Votre brouillon est enregistré", saved.Words(), StringComparison.Ordinal);
        Assert.Equal("Léa", saved.Value("q_nom"));
        Assert.Equal("", erased.Value("q_nom"));
        Assert.Empty(await host.DraftsAsync(SaasHost.Claret, form.Id));
        Assert.False(await host.InAsync(SaasHost.Claret, services => services.GetRequiredService<SaasDbContext>().Set<StoredFile>().AnyAsync(stored => stored.Id == file)));
    }

    [Fact]
    public async Task Autosave_answers_with_the_hour_of_the_commune()
    {
        var form = await host.OpenAsync(SaasHost.Claret, Given.Name);
        var browser = host.Visit(SaasHost.Claret);
        var page = await browser.OpenAsync($"/demarches/{form.Slug}");

        var answer = await AutosaveAsync(browser, page, form, ("q_nom", "Léa"));

        var hour = await host.InAsync(SaasHost.Claret, async services =>
        {
            var draft = await services.GetRequiredService<SaasDbContext>().Drafts.SingleAsync(draft => draft.FormId == form.Id);
            return services.GetRequiredService<CommuneClock>().Hour(draft.UpdatedAt);
        });
        Assert.Contains($"\"at\":\"{hour}\"", System.Text.RegularExpressions.Regex.Unescape(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(25_000)]
    [InlineData(300_000)]
    public async Task An_answer_that_is_too_long_is_refused_and_shown_again_whole(int length)
    {
        var form = await host.OpenAsync(SaasHost.Claret, Given.Name, Given.Message);
        var browser = host.Visit(SaasHost.Claret);
        var page = await browser.OpenAsync($"/demarches/{form.Slug}");
        var pasted = new string('a', length - 3) + "fin";

        var refused = await Browser.ReadAsync(await browser.SubmitAsync(page, $"/demarches/{form.Slug}", "Envoyer ma demande", [(Given.Name.Label, "Léa"), (Given.Message.Label, pasted)]));

        Assert.Contains("5 000 caractères au plus", refused.QuerySelector(".error-summary")!.TextContent.Replace('\u202f', ' ').Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Equal(pasted, refused.Value("q_message").TrimStart());
    }

    [Fact]
    public async Task Autosave_keeps_the_answers_that_changed_and_no_others()
    {
        var form = await host.OpenAsync(SaasHost.Claret, Given.Name, Given.Message);
        var browser = host.Visit(SaasHost.Claret);
        var page = await browser.OpenAsync($"/demarches/{form.Slug}");

        var first = await AutosaveAsync(browser, page, form, ("q_nom", "Léa"));
        var second = await AutosaveAsync(browser, page, form, ("q_message", "Bonjour"));
        var later = await browser.OpenAsync($"/demarches/{form.Slug}");

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.Equal("Léa", later.Value("q_nom"));
        Assert.Equal("Bonjour", later.Value("q_message"));
    }

    [Fact]
    public async Task An_expired_page_is_shown_again_with_what_was_typed_and_the_files()
    {
        var form = await host.OpenAsync(SaasHost.Claret, Given.Name, Given.Email, Given.Proof);
        var browser = host.Visit(SaasHost.Claret);
        var page = await browser.OpenAsync($"/demarches/{form.Slug}");

        var expired = await browser.SubmitAsync(page, $"/demarches/{form.Slug}", Send, [.. Complete, ("__RequestVerificationToken", "périmé")], [new("Justificatif", "preuve.pdf", Given.Pdf("gardée malgré tout"))]);
        var shown = await Browser.ReadAsync(expired);
        var sent = await browser.SubmitAsync(shown, $"/demarches/{form.Slug}", Send);

        Assert.Equal("Léa Martin", shown.Value("q_nom"));
        Assert.Equal("preuve.pdf", shown.QuerySelector(".files__name")?.TextContent);
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
    }

    [Fact]
    public async Task Another_site_cannot_make_a_browser_leave_drafts_here()
    {
        var form = await host.OpenAsync(SaasHost.Claret, Given.Name);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/demarches/{form.Slug}") { Content = new FormUrlEncodedContent([KeyValuePair.Create("q_nom", "Piégé")]) };
        request.Headers.Add("Sec-Fetch-Site", "cross-site");

        await host.Visit(SaasHost.Claret).SendAsync(request);

        Assert.Empty(await host.DraftsAsync(SaasHost.Claret, form.Id));
    }

    [Fact]
    public async Task A_draft_keeps_its_questions_when_the_form_is_published_again_and_says_so()
    {
        var form = await host.OpenAsync(SaasHost.Claret, Given.Name, Given.Email);
        var browser = host.Visit(SaasHost.Claret);
        await browser.SubmitAsync($"/demarches/{form.Slug}", "Enregistrer le brouillon", Complete);
        await host.ChangeAsync(SaasHost.Claret, form, f => f.Put(Given.Fits), publish: true);

        var page = await browser.OpenAsync($"/demarches/{form.Slug}");
        var sent = await browser.SubmitAsync(page, $"/demarches/{form.Slug}", Send);
        var fresh = await host.Visit(SaasHost.Claret).OpenAsync($"/demarches/{form.Slug}");

        Assert.Contains("La mairie a modifié cette démarche depuis", page.Words(), StringComparison.Ordinal);
        Assert.Null(page.GetElementById("q_creneau"));
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        Assert.NotNull(fresh.GetElementById("q_creneau"));
    }

    [Fact]
    public async Task A_page_opened_before_a_new_publication_can_still_be_sent()
    {
        var form = await host.OpenAsync(SaasHost.Claret, Given.Name, Given.Email);
        var browser = host.Visit(SaasHost.Claret);
        var page = await browser.OpenAsync($"/demarches/{form.Slug}");
        await host.ChangeAsync(SaasHost.Claret, form, f => f.Put(Given.Fits), publish: true);

        var sent = await browser.SubmitAsync(page, $"/demarches/{form.Slug}", Send, Complete);

        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
    }

    [Fact]
    public async Task A_closed_procedure_says_its_closing_words_and_keeps_what_arrives()
    {
        var form = await host.OpenAsync(SaasHost.Claret, Given.Name);
        var browser = host.Visit(SaasHost.Claret);
        var page = await browser.OpenAsync($"/demarches/{form.Slug}");
        await host.ChangeAsync(SaasHost.Claret, form, f => f.Close("Les inscriptions rouvriront en juin."));

        var sent = await browser.SubmitAsync(page, $"/demarches/{form.Slug}", Send, [("Votre nom", "Léa")]);
        var shown = await Browser.ReadAsync(sent);

        Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
        Assert.Contains("Les inscriptions rouvriront en juin.", shown.Words(), StringComparison.Ordinal);
        Assert.Contains("Ce que vous aviez écrit est conservé", shown.Words(), StringComparison.Ordinal);
        Assert.Equal("Léa", Assert.Single(await host.DraftsAsync(SaasHost.Claret, form.Id)).Answers["nom"]);
    }

    [Fact]
    public async Task A_form_that_was_never_published_does_not_exist()
    {
        var form = await host.DraftAsync(SaasHost.Claret, Given.Name);

        Assert.Equal(HttpStatusCode.NotFound, (await host.Visit(SaasHost.Claret).GetAsync($"/demarches/{form.Slug}")).StatusCode);
    }

    [Fact]
    public async Task The_form_of_another_commune_does_not_exist()
    {
        var form = await host.OpenAsync(SaasHost.Matelles, Given.Name);

        Assert.Equal(HttpStatusCode.NotFound, (await host.Visit(SaasHost.Claret).GetAsync($"/demarches/{form.Slug}")).StatusCode);
    }

    [Fact]
    public async Task A_draft_key_copied_to_another_commune_opens_nothing()
    {
        var here = await host.OpenAsync(SaasHost.Claret, Given.Name);
        var there = await host.OpenAsync(SaasHost.Matelles, Given.Name);
        var browser = host.Visit(SaasHost.Claret);
        await browser.SubmitAsync($"/demarches/{here.Slug}", "Enregistrer le brouillon", ("Votre nom", "Léa"));
        var cookie = browser.Cookies.GetAllCookies().Single(known => known.Name == "parvis-brouillon");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/demarches/{there.Slug}");
        request.Headers.Add("Cookie", $"{cookie.Name}={cookie.Value}");

        var page = await Browser.ReadAsync(await host.Visit(SaasHost.Matelles).SendAsync(request));

        Assert.Equal("", page.Value("q_nom"));
    }

    [Fact]
    public async Task A_robot_gets_the_same_receipt_and_nobody_is_disturbed()
    {
        using var node = Patient();
        var form = await host.OpenAsync(SaasHost.Claret, Given.Name, Given.Email);

        var trapped = await host.Visit(node, SaasHost.Claret).SubmitAsync($"/demarches/{form.Slug}", Send, [.. Complete, ("reste-vide", "https://exemple.test")]);

        Assert.Equal(HttpStatusCode.SeeOther, trapped.StatusCode);
        Assert.Empty(await host.MailsToAsync(SaasHost.Claret, form.Recipient));
    }

    [Fact]
    public async Task Someone_who_took_the_time_to_read_is_announced_to_the_town_hall()
    {
        using var node = Patient();
        var form = await host.OpenAsync(SaasHost.Claret, Given.Name, Given.Email);

        await host.Visit(node, SaasHost.Claret).SubmitAsync($"/demarches/{form.Slug}", Send, Complete);

        Assert.NotEmpty(await host.MailsToAsync(SaasHost.Claret, form.Recipient));
    }

    [Fact]
    public async Task A_form_sent_as_soon_as_opened_looks_like_a_robots()
    {
        var form = await host.OpenAsync(SaasHost.Claret, Given.Name, Given.Email);

        var sent = await host.Visit(SaasHost.Claret).SubmitAsync($"/demarches/{form.Slug}", Send, Complete);

        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        Assert.Empty(await host.MailsToAsync(SaasHost.Claret, form.Recipient));
    }

    [Fact]
    public async Task Every_question_has_its_label_and_optional_ones_say_so()
    {
        var form = await host.OpenAsync(
            SaasHost.Claret,
            Given.Name,
            Given.Email,
            Given.Proof,
            Given.Message,
            Given.Fits,
            Given.Fits with { Id = "liste", Label = "Liste", AsList = true },
            new Question { Id = "jour", Label = "Jour", Kind = "Date" },
            new Question { Id = "tel", Label = "Téléphone", Kind = "Telephone" });

        var page = await host.Visit(SaasHost.Claret).OpenAsync($"/demarches/{form.Slug}");

        Assert.All(page.QuerySelectorAll("#formulaire input:not([type=hidden]), #formulaire textarea, #formulaire select"), control => Assert.NotNull(page.QuerySelector($"label[for='{control.Id}']")));
        Assert.NotNull(page.QuerySelector("fieldset legend"));
        Assert.Contains("Message (facultatif)", page.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Votre nom (facultatif)", page.Words(), StringComparison.Ordinal);
        Assert.Contains("10 Mo au plus", page.Words(), StringComparison.Ordinal);
        Assert.Equal("name", page.GetElementById("q_nom")!.GetAttribute("autocomplete"));
        Assert.Equal("email", page.GetElementById("q_email")!.GetAttribute("autocomplete"));
    }

    [Fact]
    public async Task A_commune_in_preparation_opens_no_procedure()
    {
        const string Preparing = "34247";
        var form = await PreparedAsync(Preparing);

        var page = await host.Visit(Preparing).OpenAsync($"/demarches/{form.Slug}");

        Assert.Contains("pas encore ouverte", page.Words(), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#formulaire"));
    }

    private async Task<Form> PreparedAsync(string insee)
    {
        await using (var scope = host.Application.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<Saas.Shell.Provisioning.CommuneFounding>().FoundAsync(insee, CancellationToken.None);
        }

        return await host.OpenAsync(insee, Given.Name);
    }

    /// <summary>A node that takes no time for a sign of a robot.</summary>
    private WebApplicationFactory<Program> Patient() => host.AnotherNode(new Dictionary<string, string> { ["Forms:LeastSeconds"] = "0" });

    private static async Task<IHtmlDocument> AttachAsync(Browser browser, Form form, string name, byte[] content, IReadOnlyList<(string, string)> fields)
    {
        var page = await browser.OpenAsync($"/demarches/{form.Slug}");
        return await browser.FollowAsync(await browser.SubmitAsync(page, $"/demarches/{form.Slug}", "Joindre ce fichier", fields, [new SentFile("Justificatif", name, content)]));
    }

    private static async Task<HttpResponseMessage> AutosaveAsync(Browser browser, IHtmlDocument page, Form form, (string Name, string Value) changed)
    {
        using var content = new MultipartFormDataContent();
        foreach (var name in new[] { "__RequestVerificationToken", "Draft", "Edition", "Opened" })
        {
            content.Add(new StringContent(((IHtmlInputElement)page.QuerySelector($"#formulaire input[name={name}]")!).Value), name);
        }

        content.Add(new StringContent(changed.Value), changed.Name);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/demarches/{form.Slug}?handler=Autosave") { Content = content };
        return await browser.SendAsync(request);
    }

    [Fact]
    public async Task An_address_that_looks_mistyped_is_asked_about_once_and_then_believed()
    {
        var form = await host.OpenAsync(SaasHost.Claret, Given.Name, Given.Email);
        var browser = host.Visit(SaasHost.Claret);

        var asked = await browser.SubmitAsync($"/demarches/{form.Slug}", Send, ("Votre nom", "Léa Martin"), ("Votre adresse e-mail", "lea@gmial.com"));
        var page = await Browser.ReadAsync(asked);
        var insisted = await browser.SubmitAsync(page, $"/demarches/{form.Slug}", Send);

        Assert.Contains("Vouliez-vous écrire lea@gmail.com", page.GetElementById("q_email-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, insisted.StatusCode);
    }

    [Fact]
    public async Task Steps_are_filled_in_one_after_the_other_and_sent_together()
    {
        var form = await host.OpenAsync(SaasHost.Claret, Step("un", "Vous"), Given.Name, Given.Email, Step("deux", "Votre demande"), Given.Message with { Required = true });
        var browser = host.Visit(SaasHost.Claret);

        var refused = await Browser.ReadAsync(await browser.SubmitAsync($"/demarches/{form.Slug}", "Continuer", ("Votre nom", "Léa Martin")));
        var second = await browser.FollowAsync(await browser.SubmitAsync(refused, $"/demarches/{form.Slug}", "Continuer", [("Votre adresse e-mail", "lea@exemple.fr")]));
        var sent = await browser.SubmitAsync(second, $"/demarches/{form.Slug}?etape=2", Send, [("Message", "Bonjour")]);
        var receipt = (await browser.FollowAsync(sent)).Words();

        Assert.NotNull(refused.GetElementById("q_email-error"));
        Assert.Contains("Étape 2 sur 2", second.Words(), StringComparison.Ordinal);
        Assert.Null(second.GetElementById("q_nom"));
        Assert.Contains("Léa Martin", receipt, StringComparison.Ordinal);
        Assert.Contains("Bonjour", receipt, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_step_sent_twice_sends_one_request()
    {
        var form = await host.OpenAsync(SaasHost.Claret, Given.Name, Step("deux", "Suite"), Given.Message);
        var browser = host.Visit(SaasHost.Claret);
        var last = await browser.FollowAsync(await browser.SubmitAsync($"/demarches/{form.Slug}", "Continuer", ("Votre nom", "Léa Martin")));

        var first = await browser.SubmitAsync(last, $"/demarches/{form.Slug}?etape=2", Send, [("Message", "Bonjour")]);
        var again = await browser.SubmitAsync(last, $"/demarches/{form.Slug}?etape=2", Send, [("Message", "Bonjour")]);

        Assert.Equal(HttpStatusCode.SeeOther, first.StatusCode);
        Assert.Equal(first.Headers.Location, again.Headers.Location);
    }

    [Fact]
    public async Task Steps_filled_in_survive_the_loss_of_the_cookie()
    {
        var form = await host.OpenAsync(SaasHost.Claret, Given.Name, Step("deux", "Suite"), Given.Message);
        var browser = host.Visit(SaasHost.Claret);
        var last = await browser.FollowAsync(await browser.SubmitAsync($"/demarches/{form.Slug}", "Continuer", ("Votre nom", "Léa Martin")));
        foreach (System.Net.Cookie cookie in browser.Cookies.GetAllCookies().Where(cookie => cookie.Name == "parvis-brouillon"))
        {
            cookie.Expired = true;
        }

        var receipt = await browser.FollowAsync(await browser.SubmitAsync(last, $"/demarches/{form.Slug}?etape=2", Send, [("Message", "Bonjour")]));

        Assert.Contains("Léa Martin", receipt.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_goes_back_without_losing_what_is_unfinished()
    {
        var form = await host.OpenAsync(SaasHost.Claret, Given.Name, Step("deux", "Suite"), Given.Email, Given.Message);
        var browser = host.Visit(SaasHost.Claret);
        var second = await browser.FollowAsync(await browser.SubmitAsync($"/demarches/{form.Slug}", "Continuer", ("Votre nom", "Léa Martin")));

        var first = await browser.FollowAsync(await browser.SubmitAsync(second, $"/demarches/{form.Slug}?etape=2", "Étape précédente", [("Message", "Un début")]));

        Assert.Equal("Léa Martin", first.Value("q_nom"));
        Assert.Equal("Un début", Assert.Single(await host.DraftsAsync(SaasHost.Claret, form.Id)).Answers["message"]);
    }

    [Fact]
    public async Task Without_script_a_conditional_question_says_when_it_is_to_be_filled_in()
    {
        var form = await host.OpenAsync(SaasHost.Claret, Given.Name, Resident, Given.Message with { Required = true, When = If("Oui") });
        var browser = host.Visit(SaasHost.Claret);
        var page = await browser.OpenAsync($"/demarches/{form.Slug}");

        var refused = await Browser.ReadAsync(await browser.SubmitAsync(page, $"/demarches/{form.Slug}", Send, [("Votre nom", "Léa"), ("q_habitant", "Oui")]));
        var sent = await browser.SubmitAsync(refused, $"/demarches/{form.Slug}", Send, [("q_habitant", "Non"), ("Message", "Ne me concerne pas")]);
        var receipt = (await browser.FollowAsync(sent)).Words();

        Assert.Contains("À remplir si « Vous habitez la commune » est « Oui ».", page.Words(), StringComparison.Ordinal);
        Assert.NotNull(refused.GetElementById("q_message-error"));
        Assert.DoesNotContain("Ne me concerne pas", receipt, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_that_the_answers_pass_over_is_not_shown_and_nothing_of_it_is_sent()
    {
        var form = await host.OpenAsync(SaasHost.Claret, Resident, Step("deux", "Tarif") with { When = If("Oui") }, Given.Message with { Required = true }, Step("trois", "Vous"), Given.Name);
        var browser = host.Visit(SaasHost.Claret);

        var third = await browser.FollowAsync(await browser.SubmitAsync($"/demarches/{form.Slug}", "Continuer", ("q_habitant", "Non")));
        var sent = await browser.SubmitAsync(third, $"/demarches/{form.Slug}?etape=3", Send, [("Votre nom", "Léa")]);

        Assert.Contains("Étape 2 sur 2 Vous", third.Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
    }

    [Fact]
    public async Task Those_whom_it_does_not_concern_are_told_and_cannot_send()
    {
        var end = new Question { Id = "fin", Label = "Réservé aux habitants", Help = "Adressez-vous à votre mairie.", Kind = "Exit", When = If("Non") };
        var form = await host.OpenAsync(SaasHost.Claret, Resident, end, Step("deux", "Suite"), Given.Name);
        var browser = host.Visit(SaasHost.Claret);

        var told = await Browser.ReadAsync(await browser.SubmitAsync($"/demarches/{form.Slug}", "Continuer", ("q_habitant", "Non")));

        Assert.Contains("Adressez-vous à votre mairie", told.Words(), StringComparison.Ordinal);
        Assert.Contains("Vous n’êtes pas concerné", told.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(told.QuerySelectorAll("main button"), button => button.TextContent.Trim() is "Continuer" or Send);
    }

    [Fact]
    public async Task An_autosave_tells_which_questions_the_answers_lead_to()
    {
        var form = await host.OpenAsync(SaasHost.Claret, Resident, Given.Message with { When = If("Oui") });
        var browser = host.Visit(SaasHost.Claret);
        var page = await browser.OpenAsync($"/demarches/{form.Slug}");

        var answer = await browser.PostAsync($"/demarches/{form.Slug}?handler=Autosave", ("__RequestVerificationToken", page.QuerySelector("#formulaire input[name=__RequestVerificationToken]")!.GetAttribute("value")!), ("Draft", page.QuerySelector("input[name=Draft]")!.GetAttribute("value")!), ("q_habitant", "Oui"));

        Assert.Contains("""
            "met":["q_habitant","q_message"]
            """.Trim(), await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static Question Resident { get; } = new() { Id = "habitant", Label = "Vous habitez la commune", Kind = "YesNo", Required = true };

    private static Question Step(string id, string title) => new() { Id = id, Label = title, Kind = "Step" };

    private static Condition If(string answer) => new() { Clauses = [new Clause("habitant", Test.Is, answer)] };
}
