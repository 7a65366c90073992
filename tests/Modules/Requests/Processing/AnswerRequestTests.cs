using System.Net;
using Saas.Modules.Requests.Model;
using Saas.Shell.Identity;

namespace Saas.Modules.Requests.Tests.Processing;

public sealed class AnswerRequestTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task An_answer_leaves_by_mail_signed_by_its_author_and_starts_the_work()
    {
        var email = Given.AnAddress();
        var filed = await host.FileAsync(SaasHost.Claret, Given.ARequest(email));

        var answer = await Staff().SubmitAsync(filed.Staff, "Envoyer la réponse", ("Votre réponse", "La salle est libre.\nVenez signer."));

        var mail = (await host.MailsToAsync(SaasHost.Claret, email))[^1];
        Assert.Equal(filed.Staff, answer.Headers.Location?.ToString());
        Assert.Contains("La salle est libre.", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Secrétaire de Claret\nMairie de Claret", mail.Text, StringComparison.Ordinal);
        Assert.Contains(filed.Follow, mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(filed.Code, mail.Text, StringComparison.Ordinal);
        Assert.Equal(RequestState.InProgress, (await host.RequestAsync(SaasHost.Claret, filed.Id)).State);
    }

    [Fact]
    public async Task A_double_click_answers_once()
    {
        var email = Given.AnAddress();
        var filed = await host.FileAsync(SaasHost.Claret, Given.ARequest(email));
        var staff = Staff();
        var page = await staff.OpenAsync(filed.Staff);

        var answers = await Task.WhenAll(
            staff.SubmitAsync(page, filed.Staff, "Envoyer la réponse", [("Votre réponse", "Oui.")]),
            staff.SubmitAsync(page, filed.Staff, "Envoyer la réponse", [("Votre réponse", "Oui.")]),
            staff.SubmitAsync(page, filed.Staff, "Envoyer la réponse", [("Votre réponse", "Oui.")]));

        Assert.All(answers, answer => Assert.Equal(filed.Staff, answer.Headers.Location?.ToString()));
        Assert.Single(await host.TimelineAsync(SaasHost.Claret, filed.Id), entry => entry.Kind == EntryKind.Answered);
        Assert.Equal(2, (await host.MailsToAsync(SaasHost.Claret, email)).Count);
    }

    [Fact]
    public async Task The_same_answer_from_a_page_opened_afresh_leaves_once()
    {
        var email = Given.AnAddress();
        var filed = await host.FileAsync(SaasHost.Claret, Given.ARequest(email));
        var staff = Staff();
        await staff.SubmitAsync(filed.Staff, "Envoyer la réponse", ("Votre réponse", "La salle est libre."));

        var again = await staff.FollowAsync(await staff.SubmitAsync(filed.Staff, "Envoyer la réponse", ("Votre réponse", "La salle est libre.")));

        Assert.Contains("rien n’est parti une seconde fois", again.Body!.TextContent, StringComparison.Ordinal);
        Assert.Single(await host.TimelineAsync(SaasHost.Claret, filed.Id), entry => entry.Kind == EntryKind.Answered);
        Assert.Equal(2, (await host.MailsToAsync(SaasHost.Claret, email)).Count);
    }

    [Fact]
    public async Task Two_colleagues_at_once_the_second_is_told_and_keeps_what_was_typed()
    {
        var email = Given.AnAddress();
        var filed = await host.FileAsync(SaasHost.Claret, Given.ARequest(email));
        var staff = Staff();
        var seenEarlier = await staff.OpenAsync(filed.Staff);
        await Staff().SubmitAsync(filed.Staff, "Envoyer la réponse", ("Votre réponse", "Oui."));

        var refused = await Browser.ReadAsync(await staff.SubmitAsync(seenEarlier, filed.Staff, "Envoyer la réponse", [("Votre réponse", "Non, désolée.")]));
        var before = await host.MailsToAsync(SaasHost.Claret, email);
        var insisted = await staff.SubmitAsync(refused, $"{filed.Staff}/repondre", "Envoyer la réponse");

        Assert.Contains("Secrétaire de Claret a répondu à cette demande", refused.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Non, désolée.", refused.QuerySelector("#Words")?.TextContent.Trim());
        Assert.Equal(2, before.Count);
        Assert.Equal(filed.Staff, insisted.Headers.Location?.ToString());
        Assert.Equal(3, (await host.MailsToAsync(SaasHost.Claret, email)).Count);
    }

    [Fact]
    public async Task An_empty_answer_is_refused_beside_its_field()
    {
        var filed = await host.FileAsync(SaasHost.Claret);

        var answer = await Staff().SubmitAsync(filed.Staff, "Enregistrer la réponse", ("Votre réponse", " "));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("Écrivez la réponse.", (await Browser.ReadAsync(answer)).QuerySelector("#words-error")?.TextContent);
        Assert.Single(await host.TimelineAsync(SaasHost.Claret, filed.Id));
    }

    [Fact]
    public async Task An_expired_token_keeps_the_answer_on_the_screen()
    {
        var filed = await host.FileAsync(SaasHost.Claret);
        var staff = Staff();
        var page = await staff.OpenAsync(filed.Staff);

        var answer = await staff.SubmitAsync(page, filed.Staff, "Enregistrer la réponse", [("Votre réponse", "Texte précieux."), ("__RequestVerificationToken", "périmé")]);

        Assert.Equal("Texte précieux.", (await Browser.ReadAsync(answer)).QuerySelector("#Words")?.TextContent.Trim());
    }

    private Browser Staff() => host.Visit(SaasHost.Claret, Role.Administrator);
}
