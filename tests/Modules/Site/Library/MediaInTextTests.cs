using Saas.Shell.Identity;

namespace Saas.Modules.Site.Tests.Library;

public sealed class MediaInTextTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task A_picture_of_the_library_is_shown_in_the_width_that_suits_the_screen_with_its_description_and_caption()
    {
        var media = await Given.PictureAsync(host, SaasHost.Claret, "La nouvelle place");

        var shown = await PublishedAsync($"<p>Avant</p><figure><img src=\"{media.Shown.Thumbnail}\" onerror=\"x()\"><figcaption>La <strong>place</strong></figcaption></figure>");

        var picture = shown.QuerySelector(".rich-text figure img")!;
        Assert.Equal("La nouvelle place", picture.GetAttribute("alt"));
        Assert.Equal(media.Shown.SourceSet, picture.GetAttribute("srcset"));
        Assert.Equal(("1000", "500", "lazy"), (picture.GetAttribute("width"), picture.GetAttribute("height"), picture.GetAttribute("loading")));
        Assert.NotNull(picture.GetAttribute("sizes"));
        Assert.Null(picture.GetAttribute("onerror"));
        Assert.Equal("La place", shown.QuerySelector(".rich-text figcaption")!.TextContent);
    }

    [Fact]
    public async Task A_document_says_its_type_and_its_weight_once()
    {
        var media = await Given.MediaAsync(host, SaasHost.Claret, [.. Samples.Pdf(Given.Word()), .. new byte[239_000]], $"{Given.Word("reglement")}.pdf");
        var page = await Given.PageAsync(host, SaasHost.Claret);
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);
        await browser.SubmitAsync(page.StaffAddress, "Enregistrer", ("Texte", $"<p><a href=\"{media.Address}\">Le règlement</a></p>"));

        await browser.SubmitAsync(page.StaffAddress, "Enregistrer", ("Titre de la page", "Autre titre"));

        var link = (await host.Visit(SaasHost.Claret).OpenAsync(page.Address)).QuerySelector($".rich-text a[href='{media.Address}']")!;
        Assert.Equal("Le règlement (PDF, 239 ko)", link.TextContent.Replace('\u00a0', ' '));
    }

    [Fact]
    public async Task Pictures_and_documents_of_another_commune_or_of_another_site_leave_the_text_and_their_words_stay()
    {
        var theirs = await Given.PictureAsync(host, SaasHost.Matelles);
        var document = await Given.MediaAsync(host, SaasHost.Matelles, Samples.Pdf(Given.Word()), $"{Given.Word("leur")}.pdf");

        var shown = await PublishedAsync($"""
            <figure><img src="{theirs.Address}" alt="x"><figcaption>Leur légende</figcaption></figure>
            <figure><img src="https://les-matelles.parvis.localhost{theirs.Address}" alt="x"><figcaption>Avec leur nom</figcaption></figure>
            <figure><img src="https://ailleurs.example/pixel.png" alt="x"></figure>
            <p><a href="{document.Address}">Leur document</a></p>
            """);

        var text = shown.QuerySelector(".rich-text")!;
        Assert.Null(text.QuerySelector("img, figure, a"));
        Assert.Contains("Leur légende", text.TextContent, StringComparison.Ordinal);
        Assert.Contains("Avec leur nom", text.TextContent, StringComparison.Ordinal);
        Assert.Contains("Leur document", text.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Frames_buttons_and_words_that_unfold_are_shown_as_written()
    {
        var shown = await PublishedAsync("<aside><p>Attention</p></aside><details open onclick=\"x()\"><summary>Horaires</summary><p>De 9 h à 12 h</p></details><p><a class=\"button\" href=\"/contact\">Écrire</a> <a class=\"autre\" href=\"/\">x</a></p>");

        Assert.Equal("<aside><p>Attention</p></aside><details><summary>Horaires</summary><p>De 9 h à 12 h</p></details><p><a href=\"/contact\" class=\"button\">Écrire</a> <a href=\"/\">x</a></p>", shown.QuerySelector(".rich-text")!.InnerHtml.Trim());
    }

    private async Task<AngleSharp.Html.Dom.IHtmlDocument> PublishedAsync(string body)
    {
        var page = await Given.PageAsync(host, SaasHost.Claret);
        await host.Visit(SaasHost.Claret, Role.Administrator).SubmitAsync(page.StaffAddress, "Enregistrer", ("Texte", body));
        return await host.Visit(SaasHost.Claret).OpenAsync(page.Address);
    }
}
