using System.Net;

namespace Saas.Modules.Requests.Tests.Following;

public sealed class DownloadFileTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task Residents_get_their_own_file_back_with_the_code_only()
    {
        var file = await host.StoreAsync(SaasHost.Claret, "assurance");
        var filed = await host.FileAsync(SaasHost.Claret, Given.ARequest(files: [file]));
        var browser = host.Visit(SaasHost.Claret);

        var before = await browser.GetAsync($"{filed.Follow}/fichiers/{file.Id}");
        await browser.SubmitAsync(filed.Follow, "Voir ma demande", ("Code de suivi", filed.Code));
        var after = await browser.GetAsync($"{filed.Follow}/fichiers/{file.Id}");

        Assert.Equal(HttpStatusCode.NotFound, before.StatusCode);
        Assert.Equal("%PDF-1.7 assurance", await after.Content.ReadAsStringAsync());
        Assert.Equal("attestation.pdf", after.Content.Headers.ContentDisposition?.FileName);
    }

    [Fact]
    public async Task The_file_of_another_request_does_not_exist()
    {
        var file = await host.StoreAsync(SaasHost.Claret, "celui d’un autre");
        await host.FileAsync(SaasHost.Claret, Given.ARequest(files: [file]));
        var mine = await host.FileAsync(SaasHost.Claret);
        var browser = host.Visit(SaasHost.Claret);
        await browser.SubmitAsync(mine.Follow, "Voir ma demande", ("Code de suivi", mine.Code));

        var answer = await browser.GetAsync($"{mine.Follow}/fichiers/{file.Id}");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
