using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saas.Modules.Site.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;

namespace Saas.Modules.Site.Tests.Writing;

public sealed class CreateNewsTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string Address = "/gestion/site/actualites/nouvelle";

    [Fact]
    public async Task A_double_click_makes_one_draft()
    {
        var word = Given.Word("fête");
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);
        var form = await browser.OpenAsync(Address);

        var first = await browser.SubmitAsync(form, Address, "Enregistrer le brouillon", [("Titre", word), ("Résumé", "Samedi")]);
        var second = await browser.SubmitAsync(form, Address, "Enregistrer le brouillon", [("Titre", word), ("Résumé", "Samedi")]);

        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(1, await host.InAsync(SaasHost.Claret, services => services.GetRequiredService<SaasDbContext>().News.CountAsync(item => item.Title == word && item.PublishedAt == null)));
    }

    [Fact]
    public async Task The_same_news_from_a_page_opened_afresh_is_the_draft_that_exists()
    {
        var word = Given.Word("retour");
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);
        var first = await browser.SubmitAsync(Address, "Enregistrer le brouillon", ("Titre", word), ("Texte", "<p>Venez</p>"));

        var again = await browser.SubmitAsync(Address, "Enregistrer le brouillon", ("Titre", word), ("Texte", "<p>Venez</p>"));
        var other = await browser.SubmitAsync(Address, "Enregistrer le brouillon", ("Titre", word), ("Texte", "<p>Ne venez pas</p>"));

        Assert.Equal(first.Headers.Location, again.Headers.Location);
        Assert.Contains("Une actualité porte déjà ce titre", (await Browser.ReadAsync(other)).QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Long_titles_that_begin_alike_are_numbered()
    {
        var start = $"Réunion publique sur le plan local d’urbanisme intercommunal {Given.Word()}";
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);

        await browser.SubmitAsync(Address, "Enregistrer le brouillon", ("Titre", $"{start} : le calendrier"));
        var second = await browser.SubmitAsync(Address, "Enregistrer le brouillon", ("Titre", $"{start} : le zonage"));

        Assert.NotNull(second.Headers.Location);
    }

    [Fact]
    public async Task A_refusal_keeps_what_was_typed()
    {
        var answer = await host.Visit(SaasHost.Claret, Role.Administrator).SubmitAsync(Address, "Enregistrer le brouillon", ("Titre", ""), ("Résumé", "Samedi prochain"), ("Texte", "<p>Venez</p>"));

        var page = await Browser.ReadAsync(answer);
        Assert.Contains("Donnez un titre", page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Samedi prochain", page.QuerySelector("#Input_Summary")!.TextContent.Trim());
        Assert.Equal("<p>Venez</p>", page.QuerySelector("#Input_Body")!.TextContent.Trim());
    }
}
