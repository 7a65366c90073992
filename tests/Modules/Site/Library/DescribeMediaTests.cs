using Saas.Shell.Identity;

namespace Saas.Modules.Site.Tests.Library;

public sealed class DescribeMediaTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string Address = "/gestion/site/medias/decrire";
    private const string Save = "Enregistrer les descriptions";

    [Fact]
    public async Task One_picture_is_described_another_only_decorates_and_the_third_waits()
    {
        await host.FoundAsync("34055");
        var first = await Given.PictureAsync(host, "34055", alternative: null);
        var second = await Given.PictureAsync(host, "34055", alternative: null);
        var third = await Given.PictureAsync(host, "34055", alternative: null);

        var answer = await host.Visit("34055", Role.Administrator).SubmitAsync(Address, Save, ("Items[0].Alternative", " Le marché "), ("Items[1].Decorates", "true"));

        Assert.Equal(Address, answer.Headers.Location?.ToString());
        Assert.Equal("Le marché", (await Given.StoredMediaAsync(host, "34055", first.Id))!.Alternative);
        Assert.Equal("", (await Given.StoredMediaAsync(host, "34055", second.Id))!.Alternative);
        Assert.Null((await Given.StoredMediaAsync(host, "34055", third.Id))!.Alternative);
    }

    [Fact]
    public async Task Nothing_said_is_refused_beside_the_field()
    {
        await host.FoundAsync("34057");
        await Given.PictureAsync(host, "34057", alternative: null);

        var page = await Browser.ReadAsync(await host.Visit("34057", Role.Administrator).SubmitAsync(Address, Save));

        Assert.Contains("Décrivez au moins une image", page.QuerySelector("#alternative-error-0")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_long_a_description_is_shown_again_with_the_other_that_was_typed()
    {
        await host.FoundAsync("34058");
        await Given.PictureAsync(host, "34058", alternative: null);
        await Given.PictureAsync(host, "34058", alternative: null);

        var page = await Browser.ReadAsync(await host.Visit("34058", Role.Administrator).SubmitAsync(Address, Save, ("Items[0].Alternative", new string('a', 251)), ("Items[1].Alternative", "La fontaine")));

        Assert.Contains("trop longue", page.QuerySelector("#alternative-error-0")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("La fontaine", page.QuerySelector("#alternative-1")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_second_click_and_a_picture_of_another_commune_change_nothing()
    {
        await host.FoundAsync("34077");
        await Given.PictureAsync(host, "34077", alternative: null);
        var theirs = await Given.PictureAsync(host, SaasHost.Matelles, alternative: null);
        var browser = host.Visit("34077", Role.Administrator);
        var page = await browser.OpenAsync(Address);
        await browser.SubmitAsync(page, Address, Save, [("Items[0].Alternative", "La place")]);

        await browser.SubmitAsync(page, Address, Save, [("Items[0].Alternative", "Autre chose")]);
        await browser.SubmitAsync(page, Address, Save, [("Items[0].Id", theirs.Id.ToString()), ("Items[0].Alternative", "La leur")]);

        Assert.Null((await Given.StoredMediaAsync(host, SaasHost.Matelles, theirs.Id))!.Alternative);
        Assert.Contains("déjà décrites", await browser.GetStringAsync("/gestion/site/medias"), StringComparison.Ordinal);
    }
}
