using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Mails.Tests.Following;

public sealed class HandleRefusalTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task A_refusal_that_was_dealt_with_says_by_whom()
    {
        var mail = await host.ARefusedMailAsync("regle@example.test");
        var secretary = host.Visit(SaasHost.Claret, Role.Administrator);

        var page = await secretary.FollowAsync(await secretary.SubmitAsync($"/gestion/courriels/{mail.Id}", "C’est réglé"));

        Assert.Contains("Réglé par", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await host.FindMailAsync(mail.Id))!.HandledAt);
    }

    [Fact]
    public async Task The_second_of_two_clicks_changes_nothing()
    {
        var mail = await host.ARefusedMailAsync("deuxclics@example.test");
        var secretary = host.Visit(SaasHost.Claret, Role.Administrator);
        var page = await secretary.OpenAsync($"/gestion/courriels/{mail.Id}/regler");

        using var first = await secretary.SubmitAsync(page, $"/gestion/courriels/{mail.Id}/regler");
        var handled = (await host.FindMailAsync(mail.Id))!.HandledAt;
        using var second = await secretary.SubmitAsync(page, $"/gestion/courriels/{mail.Id}/regler");

        Assert.Equal(HttpStatusCode.Redirect, second.StatusCode);
        Assert.Equal(handled, (await host.FindMailAsync(mail.Id))!.HandledAt);
    }

    [Fact]
    public async Task The_mail_of_another_commune_does_not_exist()
    {
        var mail = await host.ARefusedMailAsync("ailleurs@example.test", SaasHost.Matelles);

        using var missing = await host.Visit(SaasHost.Claret, Role.Administrator).GetAsync($"/gestion/courriels/{mail.Id}/regler");

        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }
}
