using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Mails.Tests.Following;

public sealed class ResendMailTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task A_refused_mail_leaves_again_for_the_corrected_address_and_is_dealt_with()
    {
        var mail = await host.ARefusedMailAsync("rose@exmaple.test");
        var secretary = host.Visit(SaasHost.Claret, Role.Administrator);

        await secretary.FollowAsync(await secretary.SubmitAsync($"/gestion/courriels/{mail.Id}/renvoyer", "Renvoyer", ("Recipient", "rose@exemple.test")));

        Assert.Equal("Un mot.", Assert.Single(await host.MailsToAsync(SaasHost.Claret, "rose@exemple.test")).Text);
        Assert.NotNull((await host.FindMailAsync(mail.Id))!.HandledAt);
    }

    [Fact]
    public async Task Two_colleagues_who_correct_it_together_send_it_once()
    {
        var mail = await host.ARefusedMailAsync("double@exmaple.test");
        var address = $"/gestion/courriels/{mail.Id}/renvoyer";
        var (one, other) = (host.Visit(SaasHost.Claret, Role.Administrator), host.Visit(SaasHost.Claret, Role.Secretary));
        var (first, second) = (await one.OpenAsync(address), await other.OpenAsync(address));

        var answers = await Task.WhenAll(
            one.SubmitAsync(first, address, "Renvoyer", [("Recipient", "double@exemple.test")]),
            other.SubmitAsync(second, address, "Renvoyer", [("Recipient", "double@exemple.test")]));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.Single(await host.MailsToAsync(SaasHost.Claret, "double@exemple.test"));
    }

    [Theory]
    [InlineData("rose", "n’est pas complète")]
    [InlineData("Rose <rose@exemple.test>", "n’est pas complète")]
    [InlineData("meme@exmaple.test", "corrigez-la")]
    public async Task An_address_that_cannot_work_is_refused_and_kept_on_the_page(string typed, string reason)
    {
        var mail = await host.ARefusedMailAsync("meme@exmaple.test");

        using var answer = await host.Visit(SaasHost.Claret, Role.Administrator).SubmitAsync($"/gestion/courriels/{mail.Id}/renvoyer", "Renvoyer", ("Recipient", typed));
        var page = await Browser.ReadAsync(answer);

        Assert.Contains(reason, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(typed, page.QuerySelector("#Recipient")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_mail_with_a_key_never_goes_to_another_address()
    {
        var mail = await host.ARefusedMailAsync("cle@exmaple.test", secret: true);

        using var answer = await host.Visit(SaasHost.Claret, Role.Administrator).GetAsync($"/gestion/courriels/{mail.Id}/renvoyer");

        Assert.Equal($"/gestion/courriels/{mail.Id}", answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task The_mail_of_another_commune_does_not_exist()
    {
        var mail = await host.ARefusedMailAsync("ailleurs@example.test", SaasHost.Matelles);

        using var missing = await host.Visit(SaasHost.Claret, Role.Administrator).GetAsync($"/gestion/courriels/{mail.Id}/renvoyer");

        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }
}
