using System.Net;
using Saas.Modules.Site.Model;

namespace Saas.Modules.Site.Tests.Visiting;

public sealed class ShowMediaTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task A_picture_is_served_in_each_of_its_widths_and_kept_by_browsers()
    {
        var media = await Given.PictureAsync(host, SaasHost.Claret);

        foreach (var width in Illustration.Kept(media.Width))
        {
            using var answer = await host.Visit(SaasHost.Claret).GetAsync($"/medias/{media.Id}/{width}.webp");

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("image/webp", answer.Content.Headers.ContentType!.MediaType);
            Assert.Equal("inline", answer.Content.Headers.ContentDisposition!.DispositionType);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.True(answer.Headers.CacheControl is { Public: true, MaxAge.TotalDays: > 300 });
            Assert.Contains("sandbox", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_pdf_is_shown_in_its_place_and_another_document_is_a_download_of_its_name()
    {
        var pdf = await Given.MediaAsync(host, SaasHost.Claret, Samples.Pdf(Given.Word()), $"{Given.Word("règlement d’été ")}.pdf");
        var odt = await Given.MediaAsync(host, SaasHost.Claret, Samples.Odt(Given.Word()), $"{Given.Word("compte-rendu")}.odt");
        var visitor = host.Visit(SaasHost.Claret);

        using var shown = await visitor.GetAsync(pdf.Address);
        using var downloaded = await visitor.GetAsync(odt.Address);

        Assert.Equal(("application/pdf", "inline"), (shown.Content.Headers.ContentType!.MediaType, shown.Content.Headers.ContentDisposition!.DispositionType));
        Assert.Equal(pdf.Name, shown.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal(("application/vnd.oasis.opendocument.text", "attachment"), (downloaded.Content.Headers.ContentType!.MediaType, downloaded.Content.Headers.ContentDisposition!.DispositionType));
    }

    [Fact]
    public async Task What_a_browser_has_already_is_not_sent_again()
    {
        var media = await Given.PictureAsync(host, SaasHost.Claret);
        var visitor = host.Visit(SaasHost.Claret);
        using var first = await visitor.GetAsync(media.Address);
        using var request = new HttpRequestMessage(HttpMethod.Get, media.Address);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var again = await visitor.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Fact]
    public async Task The_media_of_another_commune_and_a_file_it_does_not_have_do_not_exist()
    {
        var media = await Given.PictureAsync(host, SaasHost.Matelles);

        Assert.Equal(HttpStatusCode.NotFound, (await host.Visit(SaasHost.Claret).GetAsync(media.Address)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Visit(SaasHost.Matelles).GetAsync($"/medias/{media.Id}/1600.webp")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await host.Visit(SaasHost.Matelles).GetAsync(media.Address)).StatusCode);
    }
}
