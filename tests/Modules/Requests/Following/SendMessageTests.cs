using System.Net;
using Saas.Modules.Requests.Model;

namespace Saas.Modules.Requests.Tests.Following;

public sealed class SendMessageTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task A_message_reaches_the_town_hall_once_even_on_a_double_click()
    {
        var recipient = Given.AnAddress();
        var filed = await host.FileAsync(SaasHost.Claret, Given.ARequest(recipient: recipient));
        var browser = await OpenedAsync(filed);
        var page = await browser.OpenAsync(filed.Follow);

        var answers = await Task.WhenAll(
            browser.SubmitAsync(page, filed.Follow, "Envoyer le message", [("Words", "Combien de chaises ?")]),
            browser.SubmitAsync(page, filed.Follow, "Envoyer le message", [("Words", "Combien de chaises ?")]));

        Assert.All(answers, answer => Assert.Equal(filed.Follow, answer.Headers.Location?.ToString()));
        Assert.Single(await host.TimelineAsync(SaasHost.Claret, filed.Id), entry => entry.Kind == EntryKind.ResidentWrote);
        Assert.Equal(2, (await host.MailsToAsync(SaasHost.Claret, recipient)).Count);
        Assert.True((await host.RequestAsync(SaasHost.Claret, filed.Id)).HasUnreadMessage);
    }

    [Fact]
    public async Task The_same_words_from_a_page_opened_afresh_are_one_message()
    {
        var filed = await host.FileAsync(SaasHost.Claret);
        var browser = await OpenedAsync(filed);
        await browser.SubmitAsync(filed.Follow, "Envoyer le message", ("Words", "Combien de tables ?"));

        await browser.SubmitAsync(filed.Follow, "Envoyer le message", ("Words", "Combien de tables ?"));

        Assert.Single(await host.TimelineAsync(SaasHost.Claret, filed.Id), entry => entry.Kind == EntryKind.ResidentWrote);
    }

    [Fact]
    public async Task An_empty_message_is_refused_beside_its_field()
    {
        var filed = await host.FileAsync(SaasHost.Claret);
        var browser = await OpenedAsync(filed);

        var answer = await browser.SubmitAsync(filed.Follow, "Envoyer le message", ("Words", "  "));

        Assert.Equal("Écrivez votre message.", (await Browser.ReadAsync(answer)).QuerySelector("#words-error")?.TextContent);
    }

    [Fact]
    public async Task A_message_written_after_access_ended_is_kept_and_leaves_with_the_code()
    {
        var filed = await host.FileAsync(SaasHost.Claret);
        var browser = await OpenedAsync(filed);
        var page = await browser.OpenAsync(filed.Follow);
        await browser.SubmitAsync(page, filed.Follow, "Fermer l’accès sur cet appareil");

        var refused = await browser.SubmitAsync(page, filed.Follow, "Envoyer le message", [("Words", "Un long message.")]);
        var again = await Browser.ReadAsync(refused);
        var sent = await browser.SubmitAsync(again, $"{filed.Follow}/message", "Envoyer le message", [("Code de suivi", filed.Code)]);

        Assert.Equal("Un long message.", again.QuerySelector("#Words")?.TextContent.Trim());
        Assert.Equal(filed.Follow, sent.Headers.Location?.ToString());
        Assert.Contains(await host.TimelineAsync(SaasHost.Claret, filed.Id), entry => entry.Text == "Un long message.");
    }

    [Fact]
    public async Task The_request_of_another_commune_does_not_exist()
    {
        var elsewhere = await host.FileAsync(SaasHost.Matelles);
        var mine = await host.FileAsync(SaasHost.Claret);
        var browser = await OpenedAsync(mine);
        var page = await browser.OpenAsync($"{mine.Follow}/message");

        var answer = await browser.SubmitAsync(page, $"{elsewhere.Follow}/message", "Envoyer le message", [("Words", "Bonjour")]);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Single(await host.TimelineAsync(SaasHost.Matelles, elsewhere.Id));
    }

    private async Task<Browser> OpenedAsync(Filed filed)
    {
        var browser = host.Visit(SaasHost.Claret);
        await browser.SubmitAsync(filed.Follow, "Voir ma demande", ("Code de suivi", filed.Code));
        return browser;
    }
}
