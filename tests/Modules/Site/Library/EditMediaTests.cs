using System.Net;
using Saas.Modules.Site.Model;
using Saas.Shell.Identity;

namespace Saas.Modules.Site.Tests.Library;

public sealed class EditMediaTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task Name_description_and_visible_part_are_changed_and_the_address_stays()
    {
        var media = await Given.PictureAsync(host, SaasHost.Claret);
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);

        await browser.SubmitAsync(media.StaffAddress, "Enregistrer", ("Nom", "La fontaine.png"), ("Alternative", "Une fontaine"), ("Focus", "TopLeft"));

        var stored = (await Given.StoredMediaAsync(host, SaasHost.Claret, media.Id))!;
        Assert.Equal(("La fontaine.png", "Une fontaine", FocalPoint.TopLeft, media.Address), (stored.Name, stored.Alternative, stored.Focus, stored.Address));
    }

    [Fact]
    public async Task A_picture_without_description_is_refused_unless_it_only_decorates()
    {
        var media = await Given.PictureAsync(host, SaasHost.Claret);
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);

        var refused = await Browser.ReadAsync(await browser.SubmitAsync(media.StaffAddress, "Enregistrer", ("Alternative", " ")));
        await browser.SubmitAsync(media.StaffAddress, "Enregistrer", ("Alternative", ""), ("Decorates", "true"));

        Assert.Contains("Dites en quelques mots", refused.QuerySelector("#alternative-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("", (await Given.StoredMediaAsync(host, SaasHost.Claret, media.Id))!.Alternative);
    }

    [Fact]
    public async Task The_texts_that_use_it_are_listed_with_their_links()
    {
        var media = await Given.PictureAsync(host, SaasHost.Claret);
        var above = await Given.NewsAsync(host, SaasHost.Claret);
        var within = await Given.PageAsync(host, SaasHost.Claret, body: $"<figure><img src=\"{media.Address}\" alt=\"x\"></figure>");
        await Given.ChangedAsync(host, SaasHost.Claret, above.Id, content => content.Write(content.Wording with { Picture = media.Id }, "Une collègue", DateTimeOffset.UtcNow));
        await Given.PageAsync(host, SaasHost.Claret);

        var page = await host.Visit(SaasHost.Claret, Role.Administrator).OpenAsync(media.StaffAddress);

        Assert.Equal(new[] { above.StaffAddress, within.StaffAddress }.Order(), page.QuerySelectorAll(".media-uses a").Select(link => link.GetAttribute("href")!).Order());
    }

    [Fact]
    public async Task A_colleagues_change_is_not_written_over_unseen()
    {
        var media = await Given.PictureAsync(host, SaasHost.Claret);
        var slow = host.Visit(SaasHost.Claret, Role.Administrator);
        var page = await slow.OpenAsync(media.StaffAddress);
        await host.Visit(SaasHost.Claret, Role.Administrator).SubmitAsync(media.StaffAddress, "Enregistrer", ("Nom", "De la collègue"));

        var refused = await Browser.ReadAsync(await slow.SubmitAsync(page, media.StaffAddress, "Enregistrer", [("Nom", "De moi")]));

        Assert.Contains("entre-temps", refused.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("De moi", refused.QuerySelector("#Name")!.GetAttribute("value"));
        Assert.Equal("De la collègue", (await Given.StoredMediaAsync(host, SaasHost.Claret, media.Id))!.Name);
    }

    [Fact]
    public async Task A_document_has_a_name_and_nothing_to_describe()
    {
        var media = await Given.MediaAsync(host, SaasHost.Claret, Samples.Odt(Given.Word()), $"{Given.Word("compte-rendu")}.odt");
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);

        var answer = await browser.SubmitAsync(media.StaffAddress, "Enregistrer", ("Nom", "Compte rendu de mars.odt"));

        Assert.Equal(media.StaffAddress, answer.Headers.Location?.ToString());
        Assert.Null((await browser.OpenAsync(media.StaffAddress)).QuerySelector("#Alternative"));
    }

    [Fact]
    public async Task The_media_of_another_commune_does_not_exist()
    {
        var media = await Given.PictureAsync(host, SaasHost.Matelles);

        Assert.Equal(HttpStatusCode.NotFound, (await host.Visit(SaasHost.Claret, Role.Administrator).GetAsync(media.StaffAddress)).StatusCode);
    }
}
