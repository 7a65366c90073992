using Saas.Shell.Identity;

namespace Saas.Modules.Mails.Tests.Sending;

public sealed class SendTestMailTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string Page = "/gestion/courriels/essai";

    [Fact]
    public async Task The_trial_shows_what_became_of_it()
    {
        var secretary = host.Visit(SaasHost.Claret, Role.Administrator);

        var result = await secretary.FollowAsync(await secretary.SubmitAsync(Page, "Envoyer", ("To", "essai@example.test")));

        Assert.Contains("Courriel d’essai de la mairie de Claret", result.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(result.QuerySelector(".page-head .badge"));
    }

    [Fact]
    public async Task A_double_click_sends_one_mail()
    {
        var secretary = host.Visit(SaasHost.Claret, Role.Administrator);
        var page = await secretary.OpenAsync(Page);

        await Task.WhenAll(
            secretary.SubmitAsync(page, Page, "Envoyer", [("To", "essai-double@example.test")]),
            secretary.SubmitAsync(page, Page, "Envoyer", [("To", "essai-double@example.test")]));

        Assert.Single(await host.MailsToAsync(SaasHost.Claret, "essai-double@example.test"));
    }

    [Fact]
    public async Task An_address_that_is_none_is_refused_and_kept_on_the_page()
    {
        using var answer = await host.Visit(SaasHost.Claret, Role.Administrator).SubmitAsync(Page, "Envoyer", ("To", "essai@"));
        var page = await Browser.ReadAsync(answer);

        Assert.Contains("n’est pas complète", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("essai@", page.QuerySelector("#To")!.GetAttribute("value"));
    }
}
