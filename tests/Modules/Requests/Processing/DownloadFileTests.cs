using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Requests.Tests.Processing;

public sealed class DownloadFileTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task Staff_download_the_files_of_a_request()
    {
        var file = await host.StoreAsync(SaasHost.Claret, "assurance");
        var filed = await host.FileAsync(SaasHost.Claret, Given.ARequest(files: [file]));

        var answer = await host.Visit(SaasHost.Claret, Role.Elected).GetAsync($"{filed.Staff}/fichiers/{file.Id}");

        Assert.Equal("%PDF-1.7 assurance", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_file_is_never_opened_within_the_site_nor_kept_by_the_browser()
    {
        var file = await host.StoreAsync(SaasHost.Claret, "assurance");
        var filed = await host.FileAsync(SaasHost.Claret, Given.ARequest(files: [file]));

        var answer = await host.Visit(SaasHost.Claret, Role.Administrator).GetAsync($"{filed.Staff}/fichiers/{file.Id}");

        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("application/octet-stream", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains("sandbox", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task The_file_of_another_request_or_of_another_commune_does_not_exist()
    {
        var file = await host.StoreAsync(SaasHost.Matelles, "à la voisine");
        var elsewhere = await host.FileAsync(SaasHost.Matelles, Given.ARequest(files: [file]));
        var mine = await host.FileAsync(SaasHost.Claret);
        var staff = host.Visit(SaasHost.Claret, Role.Administrator);

        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync($"{mine.Staff}/fichiers/{file.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync($"{elsewhere.Staff}/fichiers/{file.Id}")).StatusCode);
    }
}
