using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saas.Shell.Data;
using Saas.Shell.Files;
using Saas.Shell.Identity;
using Saas.Shell.Jobs;
using Saas.Shell.Theming;

namespace Saas.Modules.Site.Tests.Describing;

public sealed class ChooseLookTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string Address = "/gestion/reglages/apparence";
    private const string Save = "Enregistrer l’apparence";
    private const string Preview = "Prévisualiser";
    private const string GoBack = "Revenir à l’apparence précédente";

    /// <summary>A red field, 40 by 50.</summary>
    private static readonly byte[] Picture = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAACgAAAAyCAIAAACh0Q7HAAAAM0lEQVR42u3NMQ0AAAgDsOnBAUqxiwwOmvRvputExGKxWCwWi8VisVgsFovFYrFYLP4cL58ToYrnYljxAAAAAElFTkSuQmCC");

    [Fact]
    public async Task The_chosen_theme_and_colour_are_on_the_site_at_once_and_not_on_the_neighbours()
    {
        await host.FoundAsync("34010");

        await Administrator("34010").SubmitAsync(Address, Save, ("Theme", "bourg"), ("Choice", "#2f6b3a"));

        var home = await host.Visit("34010").GetStringAsync("/");
        Assert.Contains("/_content/Saas.Themes/bourg.", home, StringComparison.Ordinal);
        Assert.Contains(CommuneIdentity.AddressOf("#2f6b3a"), home, StringComparison.Ordinal);
        Assert.DoesNotContain("Saas.Themes/bourg.", await host.Visit(SaasHost.Matelles).GetStringAsync("/"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rouge")]
    [InlineData("#12345")]
    [InlineData("#123456}body{display:none")]
    public async Task What_is_no_colour_is_refused(string colour)
    {
        var before = host.Tenant(SaasHost.Matelles).Look;

        var answer = await Administrator(SaasHost.Matelles).SubmitAsync(Address, Save, ("Choice", "libre"), ("OwnColour", colour));

        Assert.NotNull((await Browser.ReadAsync(answer)).QuerySelector(".error-summary"));
        Assert.Equal(before, host.Tenant(SaasHost.Matelles).Look);
    }

    [Fact]
    public async Task The_blason_is_on_both_faces_with_its_name_and_browsers_keep_it()
    {
        await host.FoundAsync("34113");
        await SendAsync("34113", Save, "BlasonFile", "blason.png", Picture);

        var shown = await host.Visit("34113").OpenAsync("/");
        var image = Assert.IsAssignableFrom<IHtmlImageElement>(shown.QuerySelector(".site-header img.blason"));
        Assert.StartsWith("Blason d", image.AlternativeText, StringComparison.Ordinal);
        Assert.NotNull((await Administrator("34113").OpenAsync("/gestion")).QuerySelector(".staff-brand img.blason"));
        var file = await host.Visit("34113").GetAsync(image.GetAttribute("src")!);
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        Assert.True(file.Headers.CacheControl!.MaxAge > TimeSpan.FromDays(300));
        Assert.StartsWith("image/", file.Content.Headers.ContentType!.MediaType, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Visit(SaasHost.Matelles).GetAsync(image.GetAttribute("src")!)).StatusCode);
    }

    [Fact]
    public async Task The_first_hour_asks_for_the_blason_until_there_is_one()
    {
        await host.FoundAsync("34043");
        Assert.NotNull((await Administrator("34043").OpenAsync("/gestion")).QuerySelector($"main a[href='{Address}']"));

        await SendAsync("34043", Save, "BlasonFile", "blason.png", Picture);

        Assert.Null((await Administrator("34043").OpenAsync("/gestion")).QuerySelector($"main a[href='{Address}']"));
    }

    [Theory]
    [InlineData("blason.svg", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "n’est pas une image PNG, JPEG ou WebP")]
    [InlineData("blason.png", "<html><script>alert(1)</script></html>", "n’est pas une image PNG, JPEG ou WebP")]
    public async Task A_picture_that_could_hold_a_script_is_refused_and_the_other_choices_stay(string name, string content, string reason)
    {
        var before = host.Tenant(SaasHost.Matelles).Look;
        var browser = Administrator(SaasHost.Matelles);

        var answer = await browser.SubmitAsync(await browser.OpenAsync(Address), Address, Save, [("Theme", "bocage"), ("Choice", "#7a3b69")], [new SentFile("BlasonFile", name, Encoding.UTF8.GetBytes(content))]);

        var page = await Browser.ReadAsync(answer);
        Assert.Contains(reason, page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.True(((IHtmlInputElement)page.QuerySelector("#theme-bocage")!).IsChecked);
        Assert.Equal(before, host.Tenant(SaasHost.Matelles).Look);
    }

    [Fact]
    public async Task A_picture_that_is_too_heavy_is_refused_with_the_limit()
    {
        var content = new byte[CommunePictures.MostBytes + 1];
        Picture.CopyTo(content, 0);

        var answer = await SendAsync(SaasHost.Matelles, Save, "BannerFile", "photo.png", content);

        Assert.Contains("est trop lourd : 10 Mo au plus", (await Browser.ReadAsync(answer)).QuerySelector("#banner-error")!.TextContent.Replace('\u00a0', ' ').Replace('\u202f', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_shows_theme_colour_blason_and_banner_and_visitors_see_nothing_of_it()
    {
        await host.FoundAsync("34060");
        var before = host.Tenant("34060").Look;
        var browser = Administrator("34060");

        var answer = await browser.SubmitAsync(
            await browser.OpenAsync(Address), Address, Preview, [("Theme", "bocage"), ("Choice", "#9b2335")], [new SentFile("BlasonFile", "b.png", Picture), new SentFile("BannerFile", "p.png", Picture)]);

        var page = await Browser.ReadAsync(answer);
        var preview = await browser.GetAsync(page.QuerySelector("iframe")!.GetAttribute("src")!);
        var shown = await Browser.ReadAsync(preview);
        Assert.Contains("frame-ancestors 'self'", preview.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.NotNull(shown.QuerySelector("link[href*='Saas.Themes/bocage.']"));
        Assert.NotNull(shown.QuerySelector($"link[href='{CommuneIdentity.AddressOf("#9b2335")}']"));
        Assert.NotNull(shown.QuerySelector(".site-header img.blason"));
        Assert.NotNull(shown.QuerySelector(".banner--picture img[srcset]"));
        Assert.Equal(before, host.Tenant("34060").Look);
        Assert.Null((await host.Visit("34060").OpenAsync("/")).QuerySelector("img.blason"));

        // Saved from there: the pictures need not be chosen twice.
        await browser.SubmitAsync(page, Address, Save);
        Assert.NotNull((await host.Visit("34060").OpenAsync("/")).QuerySelector(".banner--picture"));
    }

    [Fact]
    public async Task The_previous_look_comes_back_and_can_be_left_again()
    {
        await host.FoundAsync("34064");
        var first = host.Tenant("34064").Look;
        await Administrator("34064").SubmitAsync(Address, Save, ("Theme", "bocage"));
        var second = host.Tenant("34064").Look;

        await Administrator("34064").SubmitAsync(Address, GoBack);
        Assert.Equal(first, host.Tenant("34064").Look);

        await Administrator("34064").SubmitAsync(Address, GoBack);
        Assert.Equal(second, host.Tenant("34064").Look);
    }

    [Fact]
    public async Task A_double_click_saves_once_and_loses_no_previous_look()
    {
        await host.FoundAsync("34067");
        var browser = Administrator("34067");
        var page = await browser.OpenAsync(Address);
        await browser.SubmitAsync(page, Address, Save, [("Theme", "bourg")]);

        var second = await browser.SubmitAsync(page, Address, Save, [("Theme", "bourg")]);

        Assert.Equal(HttpStatusCode.Redirect, second.StatusCode);
        await Administrator("34067").SubmitAsync(Address, GoBack);
        Assert.Equal("littoral", host.Tenant("34067").Look.Theme);
    }

    [Fact]
    public async Task A_colleagues_choice_is_not_written_over_unseen()
    {
        await host.FoundAsync("34112");
        var slow = Administrator("34112");
        var page = await slow.OpenAsync(Address);
        await Administrator("34112").SubmitAsync(Address, Save, ("Theme", "bocage"));

        var answer = await slow.SubmitAsync(page, Address, Save, [("Theme", "bourg")]);

        Assert.Contains("changée entre-temps", (await Browser.ReadAsync(answer)).QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("bocage", host.Tenant("34112").Look.Theme);
    }

    [Fact]
    public async Task The_picture_of_another_commune_cannot_be_worn()
    {
        await host.FoundAsync("34099");
        await SendAsync("34099", Save, "BlasonFile", "blason.png", Picture);
        var theirs = host.Tenant("34099").Look.Blason!.Value;

        var answer = await Administrator(SaasHost.Matelles).SubmitAsync(Address, Save, ("Blason", theirs.ToString()));

        Assert.NotNull((await Browser.ReadAsync(answer)).QuerySelector(".error-summary"));
        Assert.NotEqual(theirs, host.Tenant(SaasHost.Matelles).Look.Blason);
    }

    [Fact]
    public async Task The_secretary_may_not_change_the_look() =>
        Assert.Equal(HttpStatusCode.Forbidden, (await host.Visit(SaasHost.Claret, Role.Secretary).GetAsync(Address)).StatusCode);

    [Fact]
    public async Task A_picture_that_is_worn_is_never_swept()
    {
        await host.FoundAsync("34102");
        await SendAsync("34102", Save, "BlasonFile", "blason.png", Picture);
        await Administrator("34102").SubmitAsync(Address, Save, ("RemoveBlason", "true"));

        var kept = await host.InAsync("34102", async services =>
        {
            var files = services.GetRequiredService<SaasDbContext>().Set<StoredFile>();
            await files.ExecuteUpdateAsync(row => row.SetProperty(f => f.ReceivedAt, TimeProvider.System.GetUtcNow().AddDays(-20)));
            await services.GetRequiredKeyedService<ITenantJob>("shell.sweep-files").RunAsync(Guid.CreateVersion7(), CancellationToken.None);
            return await files.CountAsync();
        });

        Assert.Equal(1, kept);
        await Administrator("34102").SubmitAsync(Address, GoBack);
        Assert.NotNull((await host.Visit("34102").OpenAsync("/")).QuerySelector("img.blason"));
    }

    private Browser Administrator(string insee) => host.Visit(insee, Role.Administrator);

    private async Task<HttpResponseMessage> SendAsync(string insee, string button, string field, string name, byte[] content)
    {
        var browser = Administrator(insee);
        return await browser.SubmitAsync(await browser.OpenAsync(Address), Address, button, [], [new SentFile(field, name, content)]);
    }
}
