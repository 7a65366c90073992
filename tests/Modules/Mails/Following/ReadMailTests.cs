using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Mails.Tests.Following;

public sealed class ReadMailTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task A_refused_mail_says_why_and_what_to_do()
    {
        var mail = await host.ARefusedMailAsync("refus@example.test");

        var text = (await host.Visit(SaasHost.Claret, Role.Administrator).OpenAsync($"/gestion/courriels/{mail.Id}")).Body!.TextContent;

        Assert.Contains("L’adresse n’existe pas, ou plus.", text, StringComparison.Ordinal);
        Assert.Contains("550 5.1.1 unknown", text, StringComparison.Ordinal);
        Assert.Contains("Téléphonez", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_mail_said_is_not_shown()
    {
        var mail = await host.ASentMailAsync("discret@example.test");

        Assert.DoesNotContain("Un mot.", await host.Visit(SaasHost.Claret, Role.Administrator).GetStringAsync($"/gestion/courriels/{mail.Id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_mail_of_another_commune_does_not_exist()
    {
        var mail = await host.ARefusedMailAsync("ailleurs@example.test", SaasHost.Matelles);

        using var missing = await host.Visit(SaasHost.Claret, Role.Administrator).GetAsync($"/gestion/courriels/{mail.Id}");

        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }
}
