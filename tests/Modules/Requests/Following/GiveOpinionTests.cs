using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saas.Modules.Requests.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;

namespace Saas.Modules.Requests.Tests.Following;

public sealed class GiveOpinionTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task The_mail_of_the_closing_leads_to_a_question_that_one_click_answers_and_staff_read_the_answer()
    {
        var email = Given.AnAddress();
        var filed = await host.FileAsync(SaasHost.Claret, Given.ARequest(email));
        await host.Visit(SaasHost.Claret, Role.Administrator).SubmitAsync($"{filed.Staff}/cloturer", "Clore la demande", ("Outcome", "Accepted"));
        var browser = await OpenedAsync(filed);

        var given = await browser.SubmitAsync(filed.Follow, "5 –", ("Words", "Merci <b>Claire</b> !"));

        var mail = (await host.MailsToAsync(SaasHost.Claret, email))[^1];
        var page = await host.Visit(SaasHost.Claret, Role.Elected).OpenAsync(filed.Staff);
        Assert.Contains("satisfait", mail.Text, StringComparison.Ordinal);
        Assert.Contains(filed.Follow, mail.Text, StringComparison.Ordinal);
        Assert.Equal(filed.Follow, given.Headers.Location?.ToString());
        Assert.Contains("5 sur 5", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Merci <b>Claire</b> !", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_mind_and_a_double_click_leave_one_opinion()
    {
        var filed = await ClosedAsync();
        var browser = await OpenedAsync(filed);
        var page = await browser.OpenAsync(filed.Follow);

        await Task.WhenAll(browser.SubmitAsync(page, filed.Follow, "1 –"), browser.SubmitAsync(page, filed.Follow, "1 –"));
        await browser.SubmitAsync(filed.Follow, "4 –");

        Assert.Equal(4, (await OpinionAsync(filed.Id))!.Score);
        Assert.Contains("plutôt satisfait", (await browser.OpenAsync(filed.Follow)).QuerySelector("#avis")!.ParentElement!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_is_not_closed_asks_for_no_opinion_and_takes_none()
    {
        var filed = await ClosedAsync();
        var browser = await OpenedAsync(filed);
        var page = await browser.OpenAsync(filed.Follow);
        await host.Visit(SaasHost.Claret, Role.Administrator).SubmitAsync($"{filed.Staff}/rouvrir", button: null);

        var refused = await Browser.ReadAsync(await browser.SubmitAsync(page, filed.Follow, "2 –", [("Words", "Trop long.")]));

        Assert.Contains("n’est plus close", refused.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Trop long.", refused.QuerySelector("#Words")!.TextContent.Trim());
        Assert.Null((await browser.OpenAsync(filed.Follow)).QuerySelector("#avis"));
        Assert.Null(await OpinionAsync(filed.Id));
    }

    [Fact]
    public async Task Without_the_code_an_opinion_waits_for_it_and_a_score_of_ones_own_is_refused()
    {
        var filed = await ClosedAsync();
        var browser = await OpenedAsync(filed);
        var page = await browser.OpenAsync(filed.Follow);
        await browser.SubmitAsync(page, filed.Follow, "Fermer l’accès sur cet appareil");

        var asked = await Browser.ReadAsync(await browser.SubmitAsync(page, filed.Follow, "3 –", [("Words", "Moyen.")]));
        var wrong = await Browser.ReadAsync(await browser.SubmitAsync(asked, $"{filed.Follow}/avis", "Donner mon avis", [("Score", "17"), ("Code de suivi", filed.Code)]));
        var given = await browser.SubmitAsync(asked, $"{filed.Follow}/avis", "Donner mon avis", [("Code de suivi", filed.Code)]);

        Assert.Contains("votre accès avait pris fin", asked.QuerySelector("#code-error")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Choisissez une réponse", wrong.QuerySelector("#score-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(filed.Follow, given.Headers.Location?.ToString());
        Assert.Equal(("Moyen.", 3), ((await OpinionAsync(filed.Id))!.Words, (await OpinionAsync(filed.Id))!.Score));
    }

    [Fact]
    public async Task The_request_of_another_commune_takes_no_opinion()
    {
        var theirs = await host.FileLongAgoAsync(SaasHost.Matelles, DateTimeOffset.UtcNow.AddMonths(-2));
        var mine = await ClosedAsync();
        var browser = await OpenedAsync(mine);
        var page = await browser.OpenAsync($"{mine.Follow}/avis");

        var refused = await Browser.ReadAsync(await browser.SubmitAsync(page, $"{theirs.Follow}/avis", "Donner mon avis", [("Score", "1")]));

        Assert.NotEmpty(refused.QuerySelector("#code-error")!.TextContent);
        Assert.Null(await OpinionAsync(theirs.Id, SaasHost.Matelles));
    }

    private Task<Filed> ClosedAsync() => host.FileLongAgoAsync(SaasHost.Claret, DateTimeOffset.UtcNow.AddMonths(-2));

    private async Task<Browser> OpenedAsync(Filed filed)
    {
        var browser = host.Visit(SaasHost.Claret);
        await browser.SubmitAsync(filed.Follow, "Voir ma demande", ("Code de suivi", filed.Code));
        return browser;
    }

    private Task<Opinion?> OpinionAsync(Guid id, string insee = SaasHost.Claret) => host.InAsync(insee, services =>
        services.GetRequiredService<SaasDbContext>().Opinions.AsNoTracking().SingleOrDefaultAsync(opinion => opinion.Id == id));
}
