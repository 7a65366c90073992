using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Site.Tests.Writing;

public sealed class EditStarterPageTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task The_first_save_makes_the_communes_own_copy_and_a_double_click_one_only()
    {
        const string address = "/gestion/site/pages/modele/papiers-et-etat-civil";
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);
        var form = await browser.OpenAsync(address);

        var first = await browser.SubmitAsync(form, address, "Enregistrer et mettre en ligne", [("Texte", "<p>À notre façon</p>")]);
        var second = await browser.SubmitAsync(form, address, "Enregistrer et mettre en ligne", [("Texte", "<p>À notre façon</p>")]);

        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Contains("À notre façon", await host.Visit(SaasHost.Claret).GetStringAsync("/pages/papiers-et-etat-civil"), StringComparison.Ordinal);
        Assert.DoesNotContain("À notre façon", await host.Visit(SaasHost.Matelles).GetStringAsync("/pages/papiers-et-etat-civil"), StringComparison.Ordinal);
        Assert.Equal(first.Headers.Location, (await browser.GetAsync(address)).Headers.Location);
    }

    [Fact]
    public async Task What_a_colleague_made_of_it_meanwhile_is_not_written_over()
    {
        const string address = "/gestion/site/pages/modele/vie-pratique";
        var browser = host.Visit(SaasHost.Matelles, Role.Administrator);
        var form = await browser.OpenAsync(address);
        await Given.PageAsync(host, SaasHost.Matelles, slug: "vie-pratique", body: "<p>De la collègue</p>");

        var refused = await Browser.ReadAsync(await browser.SubmitAsync(form, address, "Enregistrer et mettre en ligne", [("Texte", "<p>De moi</p>")]));

        Assert.Contains("De la collègue", refused.QuerySelector(".rich-text")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("De moi", refused.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_starter_page_that_is_not_there_does_not_exist() =>
        Assert.Equal(HttpStatusCode.NotFound, (await host.Visit(SaasHost.Claret, Role.Administrator).GetAsync("/gestion/site/pages/modele/rien")).StatusCode);
}
