using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Site.Tests.Library;

public sealed class RestoreMediaTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task A_file_comes_back_at_its_address()
    {
        var media = await Given.PictureAsync(host, SaasHost.Claret);
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);
        await browser.SubmitAsync($"{media.StaffAddress}/supprimer");

        var answer = await browser.SubmitAsync($"{media.StaffAddress}/retablir", "Rétablir");

        Assert.Equal(media.StaffAddress, answer.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, (await host.Visit(SaasHost.Claret).GetAsync(media.Address)).StatusCode);
    }

    [Fact]
    public async Task A_file_sent_again_meanwhile_is_there_once()
    {
        var content = Samples.Pdf(Given.Word());
        var media = await Given.MediaAsync(host, SaasHost.Claret, content, $"{Given.Word("avant")}.pdf");
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);
        await browser.SubmitAsync($"{media.StaffAddress}/supprimer");
        await Given.MediaAsync(host, SaasHost.Claret, content, $"{Given.Word("apres")}.pdf");

        var refused = await Browser.ReadAsync(await browser.SubmitAsync($"{media.StaffAddress}/retablir", "Rétablir"));

        Assert.Contains("est déjà dans la bibliothèque", refused.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_media_of_another_commune_does_not_exist()
    {
        var media = await Given.PictureAsync(host, SaasHost.Matelles);

        Assert.Equal(HttpStatusCode.NotFound, (await host.Visit(SaasHost.Claret, Role.Administrator).GetAsync($"{media.StaffAddress}/retablir")).StatusCode);
    }
}
