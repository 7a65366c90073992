using System.Net;
using Saas.Modules.Requests.Following;

namespace Saas.Modules.Requests.Tests.Following;

public sealed class FindRequestTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task Reference_and_code_open_the_request_however_they_are_typed()
    {
        var filed = await host.FileAsync(SaasHost.Claret);
        var browser = host.Visit(SaasHost.Claret);

        var answer = await browser.SubmitAsync("/demandes", "Voir ma demande", ("Référence", filed.Reference.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal)), ("Code de suivi", filed.Code.ToLowerInvariant()));

        Assert.Equal(filed.Follow, answer.Headers.Location?.ToString());
        Assert.Equal("Votre demande est enregistrée", (await browser.FollowAsync(answer)).QuerySelector("h1")?.TextContent);
    }

    [Fact]
    public async Task A_wrong_code_keeps_what_was_typed()
    {
        var filed = await host.FileAsync(SaasHost.Claret);

        var answer = await host.Visit(SaasHost.Claret).SubmitAsync("/demandes", "Voir ma demande", ("Référence", filed.Reference), ("Code de suivi", "2222 2222"));

        var page = await Browser.ReadAsync(answer);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(filed.Reference, page.QuerySelector("#Reference")?.GetAttribute("value"));
        Assert.Equal(FindRequest.Refusal, page.QuerySelector("#code-error")?.TextContent);
    }

    [Fact]
    public async Task The_request_of_another_commune_does_not_exist()
    {
        var filed = await host.FileAsync(SaasHost.Matelles);

        var answer = await host.Visit(SaasHost.Claret).SubmitAsync("/demandes", "Voir ma demande", ("Référence", filed.Reference), ("Code de suivi", filed.Code));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
