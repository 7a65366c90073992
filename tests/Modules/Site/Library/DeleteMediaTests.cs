using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Site.Tests.Library;

public sealed class DeleteMediaTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string Delete = "Mettre le fichier à la corbeille";

    [Fact]
    public async Task A_file_that_nothing_uses_goes_to_the_bin_and_its_address_no_longer_answers()
    {
        var media = await Given.PictureAsync(host, SaasHost.Claret);
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);

        await browser.SubmitAsync($"{media.StaffAddress}/supprimer", Delete);

        Assert.Contains(media.Name, await browser.GetStringAsync("/gestion/site/corbeille"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Visit(SaasHost.Claret).GetAsync(media.Address)).StatusCode);
        Assert.Single(await Given.DueAsync(host, SaasHost.Claret, media.Id));
    }

    [Fact]
    public async Task A_file_that_a_text_uses_is_not_deleted_and_the_text_is_named()
    {
        var media = await Given.PictureAsync(host, SaasHost.Claret);
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);
        var form = await browser.OpenAsync($"{media.StaffAddress}/supprimer");
        var page = await Given.PageAsync(host, SaasHost.Claret, body: $"<p><a href=\"{media.Address}\">La photo</a></p>");

        var refused = await Browser.ReadAsync(await browser.SubmitAsync(form, $"{media.StaffAddress}/supprimer", Delete));

        Assert.Contains("sert encore dans", refused.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(refused.QuerySelector($".media-uses a[href='{page.StaffAddress}']"));
        Assert.Null((await Given.StoredMediaAsync(host, SaasHost.Claret, media.Id))!.DeletedAt);
    }

    [Fact]
    public async Task A_double_click_deletes_once()
    {
        var media = await Given.PictureAsync(host, SaasHost.Claret);
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);
        var form = await browser.OpenAsync($"{media.StaffAddress}/supprimer");
        await browser.SubmitAsync(form, $"{media.StaffAddress}/supprimer", Delete);
        var deleted = (await Given.StoredMediaAsync(host, SaasHost.Claret, media.Id))!.DeletedAt;

        var second = await browser.SubmitAsync(form, $"{media.StaffAddress}/supprimer", Delete);

        Assert.Equal("/gestion/site/medias", second.Headers.Location?.ToString());
        Assert.Equal(deleted, (await Given.StoredMediaAsync(host, SaasHost.Claret, media.Id))!.DeletedAt);
    }

    [Fact]
    public async Task The_media_of_another_commune_does_not_exist()
    {
        var media = await Given.PictureAsync(host, SaasHost.Matelles);

        Assert.Equal(HttpStatusCode.NotFound, (await host.Visit(SaasHost.Claret, Role.Administrator).GetAsync($"{media.StaffAddress}/supprimer")).StatusCode);
    }
}
