using Saas.Modules.Site.Model;
using Saas.Shell.Identity;

namespace Saas.Modules.Site.Tests.Writing;

public sealed class ContentPicturesTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string Save = "Enregistrer";

    [Theory]
    [InlineData("actualites")]
    [InlineData("pages")]
    [InlineData("agenda")]
    public async Task A_picture_of_the_library_is_shown_above_the_published_text(string kind)
    {
        var media = await Given.PictureAsync(host, SaasHost.Claret, "La fontaine");
        Content content = kind switch
        {
            "pages" => await Given.PageAsync(host, SaasHost.Claret),
            "agenda" => await Given.EventAsync(host, SaasHost.Claret, new DateOnly(2031, 5, 3)),
            _ => await Given.NewsAsync(host, SaasHost.Claret, DateTimeOffset.UtcNow.AddMinutes(-1)),
        };

        await host.Visit(SaasHost.Claret, Role.Administrator).SubmitAsync(content.StaffAddress, Save, ("Input.Picture", media.Id.ToString()));

        var picture = (await host.Visit(SaasHost.Claret).OpenAsync(content.Address)).QuerySelector(".top-picture img")!;
        Assert.Equal("La fontaine", picture.GetAttribute("alt"));
        Assert.Equal(media.Shown.SourceSet, picture.GetAttribute("srcset"));
        Assert.Equal(("1000", "500"), (picture.GetAttribute("width"), picture.GetAttribute("height")));
        Assert.NotNull((await host.Visit(SaasHost.Claret, Role.Administrator).OpenAsync($"{content.StaffAddress}/apercu")).QuerySelector(".top-picture img"));
    }

    [Fact]
    public async Task The_picture_of_a_piece_of_news_is_on_its_card_with_its_visible_part()
    {
        await host.FoundAsync("34087");
        var media = await Given.PictureAsync(host, "34087");
        var news = await Given.NewsAsync(host, "34087", DateTimeOffset.UtcNow.AddMinutes(-1));
        var browser = host.Visit("34087", Role.Administrator);
        await browser.SubmitAsync(media.StaffAddress, Save, ("Focus", "TopLeft"));
        await browser.SubmitAsync(news.StaffAddress, Save, ("Input.Picture", media.Id.ToString()));

        foreach (var address in new[] { "/", "/actualites" })
        {
            var card = (await host.Visit("34087").OpenAsync(address)).QuerySelector(".news-card__picture img")!;

            Assert.Equal(("", "lazy", "focus-top focus-left"), (card.GetAttribute("alt"), card.GetAttribute("loading"), card.GetAttribute("class")));
            Assert.NotNull(card.GetAttribute("sizes"));
        }
    }

    [Fact]
    public async Task A_picture_sent_with_the_text_goes_to_the_library_and_above_the_text()
    {
        var word = Given.Word("nouvelle");
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);

        var saved = await SendAsync(browser, "/gestion/site/actualites/nouvelle", $"{word}.png", Samples.Png(600, 400), ("Input.Title", word), ("Input.PictureAlternative", "Le marché de Noël"));

        var form = await browser.FollowAsync(saved);
        Assert.Contains($"{word}.png", form.QuerySelector(".media-choice input:checked")!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Le marché de Noël", await browser.GetStringAsync($"/gestion/site/medias?q={word}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_description_the_text_is_not_saved_and_neither_it_nor_the_picture_is_lost()
    {
        var word = Given.Word("nouvelle");
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);
        const string Address = "/gestion/site/actualites/nouvelle";

        var refused = await Browser.ReadAsync(await SendAsync(browser, Address, $"{word}.png", Samples.Png(600, 400), ("Input.Title", word), ("Input.Body", "<p>Mon texte</p>")));

        Assert.Contains("Dites en quelques mots", refused.QuerySelector("#picture-alternative-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("<p>Mon texte</p>", refused.QuerySelector("#Input_Body")!.TextContent.Trim());
        var saved = await browser.SubmitAsync(refused, Address, "Enregistrer le brouillon", [("Input.PictureDecorates", "true")]);
        Assert.Contains($"{word}.png", (await browser.FollowAsync(saved)).QuerySelector(".media-choice input:checked")!.ParentElement!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_picture_is_refused_beside_its_field_and_the_text_stays()
    {
        var word = Given.Word("nouvelle");

        var refused = await Browser.ReadAsync(await SendAsync(host.Visit(SaasHost.Claret, Role.Administrator), "/gestion/site/actualites/nouvelle", "reglement.pdf", Samples.Pdf(word), ("Input.Title", word)));

        Assert.Contains("n’est pas d’un type accepté", refused.QuerySelector("#picture-file-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(word, refused.QuerySelector("#Input_Title")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Looking_for_a_picture_by_its_name_saves_nothing_and_keeps_what_was_typed()
    {
        var media = await Given.PictureAsync(host, SaasHost.Claret);
        var item = await Given.NewsAsync(host, SaasHost.Claret);
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);

        var shown = await Browser.ReadAsync(await browser.SubmitAsync(item.StaffAddress, "Chercher parmi les images", ("Input.PictureSearch", media.Name), ("Input.Title", "")));

        Assert.Equal(["", media.Id.ToString()], shown.QuerySelectorAll(".media-choice input").Select(choice => choice.GetAttribute("value")!));
        Assert.Equal("", shown.QuerySelector("#Input_Title")!.GetAttribute("value") ?? "");
        Assert.Null(shown.QuerySelector(".error-summary"));
        Assert.Equal(item.Title, (await Given.StoredNewsAsync(host, SaasHost.Claret, item.Id))!.Title);
    }

    [Fact]
    public async Task The_picture_of_another_commune_cannot_be_chosen()
    {
        var theirs = await Given.PictureAsync(host, SaasHost.Matelles);
        var item = await Given.NewsAsync(host, SaasHost.Claret);

        var refused = await Browser.ReadAsync(await host.Visit(SaasHost.Claret, Role.Administrator).SubmitAsync(item.StaffAddress, Save, ("Input.Picture", theirs.Id.ToString())));

        Assert.Contains("n’est plus dans la bibliothèque", refused.QuerySelector("#picture-error")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await Given.StoredNewsAsync(host, SaasHost.Claret, item.Id))!.PictureId);
    }

    [Fact]
    public async Task A_version_taken_up_again_brings_its_picture_back_and_the_comparison_names_it()
    {
        var (first, second) = (await Given.PictureAsync(host, SaasHost.Claret), await Given.PictureAsync(host, SaasHost.Claret));
        var item = await Given.NewsAsync(host, SaasHost.Claret);
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);
        await browser.SubmitAsync(item.StaffAddress, Save, ("Input.Picture", first.Id.ToString()));
        await browser.SubmitAsync(item.StaffAddress, Save, ("Input.Picture", second.Id.ToString()));
        var compared = await browser.OpenAsync($"{item.StaffAddress}/versions/2");

        await browser.SubmitAsync($"{item.StaffAddress}/versions/2", "Reprendre la version 2");

        Assert.Contains(first.Name, compared.QuerySelector(".facts del")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(second.Name, compared.QuerySelector(".facts ins")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(first.Id, (await Given.StoredNewsAsync(host, SaasHost.Claret, item.Id))!.PictureId);
    }

    [Fact]
    public async Task A_version_whose_picture_is_gone_comes_back_without_it()
    {
        var media = await Given.PictureAsync(host, SaasHost.Claret);
        var item = await Given.NewsAsync(host, SaasHost.Claret);
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);
        await browser.SubmitAsync(item.StaffAddress, Save, ("Input.Picture", media.Id.ToString()));
        await browser.SubmitAsync(item.StaffAddress, Save, ("Input.Picture", ""), ("Input.Title", "Sans image"));
        await browser.SubmitAsync($"{media.StaffAddress}/supprimer");

        await browser.SubmitAsync($"{item.StaffAddress}/versions/2", "Reprendre la version 2");

        var stored = (await Given.StoredNewsAsync(host, SaasHost.Claret, item.Id))!;
        Assert.Equal((item.Title, null), (stored.Title, stored.PictureId));
    }

    private static async Task<HttpResponseMessage> SendAsync(Browser browser, string address, string name, byte[] content, params (string, string)[] fields) =>
        await browser.SubmitAsync(await browser.OpenAsync(address), address, "Enregistrer le brouillon", fields, [new SentFile("Input.PictureFile", name, content)]);
}
