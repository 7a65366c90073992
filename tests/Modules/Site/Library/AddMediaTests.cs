using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saas.Modules.Site.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;

namespace Saas.Modules.Site.Tests.Library;

public sealed class AddMediaTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string Address = "/gestion/site/medias/ajouter";
    private const string Add = "Ajouter à la bibliothèque";

    [Fact]
    public async Task Several_files_are_added_at_once_and_the_pictures_wait_for_their_description()
    {
        var (photo, rules) = ($"{Given.Word("photo")}.png", $"{Given.Word("reglement")}.pdf");

        var answer = await SendAsync(SaasHost.Claret, (photo, Samples.Png(60, 40)), (rules, Samples.Pdf(rules)));

        Assert.Equal("/gestion/site/medias/decrire", answer.Headers.Location?.ToString());
        var (picture, document) = (await FindAsync(SaasHost.Claret, photo), await FindAsync(SaasHost.Claret, rules));
        Assert.False(picture!.IsDescribed);
        Assert.True(document!.IsDescribed);
        Assert.EndsWith(".pdf", document.Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_large_picture_is_kept_in_three_widths_and_not_as_it_came()
    {
        var media = await Given.MediaAsync(host, SaasHost.Claret, Samples.Png(2_400, 1_200), $"{Given.Word("large")}.png");

        Assert.Equal((1_600, 800), (media.Width, media.Height));
        Assert.Equal(["1600.webp", "480.webp", "960.webp"], media.Files.Select(file => file.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_small_picture_is_made_no_larger()
    {
        var media = await Given.MediaAsync(host, SaasHost.Claret, Samples.Png(300, 200), $"{Given.Word("petite")}.png");

        Assert.Equal(["300.webp"], media.Files.Select(file => file.Name));
    }

    [Fact]
    public async Task What_the_camera_noted_is_removed_and_the_picture_stands_upright()
    {
        var photo = await Given.MediaAsync(host, SaasHost.Claret, Samples.Photo("SECRETPLACE"), $"{Given.Word("lieu")}.jpg");
        var side = await Given.MediaAsync(host, SaasHost.Claret, Samples.Photo("", onItsSide: true), $"{Given.Word("couchee")}.jpg");

        var bytes = await host.Visit(SaasHost.Claret).GetStringAsync(photo.Address);
        Assert.DoesNotContain("SECRETPLACE", bytes, StringComparison.Ordinal);
        Assert.DoesNotContain("EXIF", bytes, StringComparison.Ordinal);
        Assert.Equal((40, 50), (photo.Width, photo.Height));
        Assert.Equal((50, 40), (side.Width, side.Height));
    }

    [Fact]
    public async Task Hostile_and_broken_files_are_refused_each_with_its_reason_and_the_good_one_is_kept()
    {
        var good = $"{Given.Word("bon")}.pdf";
        (string Name, byte[] Content, string Reason)[] hostile =
        [
            ("film.png", [.. Samples.Png(60, 60), .. new byte[21_000_000]], "est trop lourd"),
            ("tronquee.png", Samples.Png(600, 600)[..70], "ne s’ouvre pas comme une image"),
            ("bombe.png", Samples.Png(20_000, 6_000), "millions de pixels au plus"),
            ("dessin.svg", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"u8.ToArray(), "est une image SVG"),
            ("dessin.png", "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray(), "n’est pas d’un type accepté"),
            ("facture.pdf", "MZ\u0090\0programme"u8.ToArray(), "n’est pas d’un type accepté"),
            ("programme.docx", Samples.Zip(("META-INF/MANIFEST.MF", "Main-Class: X")), "n’est pas le document que son nom annonce"),
            ("macros.xlsx", Samples.Zip(("[Content_Types].xml", "x"), ("xl/workbook.xml", "x"), ("xl/vbaProject.bin", "x")), "contient des macros"),
            ("vide.pdf", [], "est vide"),
        ];

        var answer = await SendAsync(SaasHost.Claret, [(good, Samples.Pdf(good)), .. hostile.Select(file => (file.Name, file.Content))]);

        var page = await Browser.ReadAsync(answer);
        var refusals = page.QuerySelectorAll(".field .field-error").Select(error => error.TextContent).ToList();
        Assert.Equal(hostile.Length, refusals.Count);
        Assert.All(hostile.Zip(refusals), pair => Assert.True(pair.Second.Contains(pair.First.Reason, StringComparison.Ordinal) && pair.Second.Contains(pair.First.Name, StringComparison.Ordinal), pair.Second));
        Assert.NotNull(await FindAsync(SaasHost.Claret, good));
        Assert.Contains(good, page.QuerySelector(".message--success")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_of_fifty_megabytes_is_refused_beside_its_field()
    {
        var answer = await SendAsync(SaasHost.Claret, ("panorama.jpg", [.. Samples.Photo("x"), .. new byte[50_000_000]]));

        Assert.Contains("est trop lourd", (await Browser.ReadAsync(answer)).QuerySelector(".field .field-error")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hostile_name_is_shown_as_it_is_and_never_as_markup()
    {
        var name = $"<b onclick=x>{Given.Word("nom")} é «»'.pdf";

        await SendAsync(SaasHost.Claret, (name, Samples.Pdf(name)));

        var list = await host.Visit(SaasHost.Claret, Role.Administrator).OpenAsync("/gestion/site/medias?sorte=documents");
        Assert.Contains(list.QuerySelectorAll(".media-card__name"), shown => shown.TextContent.Trim() == name);
        Assert.Null(list.QuerySelector("[onclick]"));
    }

    [Fact]
    public async Task The_same_file_sent_again_is_there_once()
    {
        var (first, second, content) = ($"{Given.Word("un")}.pdf", $"{Given.Word("deux")}.pdf", Samples.Pdf(Given.Word()));

        await SendAsync(SaasHost.Claret, (first, content));
        var again = await SendAsync(SaasHost.Claret, (second, content));

        Assert.Equal("/gestion/site/medias", again.Headers.Location?.ToString());
        Assert.NotNull(await FindAsync(SaasHost.Claret, first));
        Assert.Null(await FindAsync(SaasHost.Claret, second));
    }

    [Fact]
    public async Task A_full_library_refuses_with_the_reason_and_warns_before()
    {
        await host.FoundAsync("34022");
        await using var small = host.AnotherNode(new Dictionary<string, string> { ["Site:MediaMegabytes"] = "1" });
        await SendAsync(host.Visit(small, "34022", Role.Administrator), ("gros.pdf", [.. Samples.Pdf("gros"), .. new byte[850_000]]));
        var browser = host.Visit(small, "34022", Role.Administrator);

        var answer = await SendAsync(browser, ("autre.pdf", [.. Samples.Pdf("autre"), .. new byte[200_000]]));

        Assert.Contains("la bibliothèque est pleine", (await Browser.ReadAsync(answer)).QuerySelector(".field .field-error")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("presque pleine", (await browser.OpenAsync("/gestion/site/medias")).QuerySelector(".message--warning")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_of_another_commune_is_another_file()
    {
        var (name, content) = ($"{Given.Word("commun")}.pdf", Samples.Pdf(Given.Word()));
        await SendAsync(SaasHost.Matelles, (name, content));

        await SendAsync(SaasHost.Claret, (name, content));

        Assert.NotEqual((await FindAsync(SaasHost.Matelles, name))!.Id, (await FindAsync(SaasHost.Claret, name))!.Id);
    }

    [Fact]
    public async Task An_elected_member_adds_nothing() =>
        Assert.Equal(HttpStatusCode.Forbidden, (await host.Visit(SaasHost.Claret, Role.Elected).GetAsync(Address)).StatusCode);

    private Task<HttpResponseMessage> SendAsync(string insee, params (string Name, byte[] Content)[] files) => SendAsync(host.Visit(insee, Role.Administrator), files);

    private static async Task<HttpResponseMessage> SendAsync(Browser browser, params (string Name, byte[] Content)[] files) =>
        await browser.SubmitAsync(await browser.OpenAsync(Address), Address, Add, [], [.. files.Select(file => new SentFile("Files", file.Name, file.Content))]);

    private Task<Media?> FindAsync(string insee, string name) =>
        host.InAsync(insee, services => services.GetRequiredService<SaasDbContext>().Medias.AsNoTracking().SingleOrDefaultAsync(media => media.Name == name));
}
