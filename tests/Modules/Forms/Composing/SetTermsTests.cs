using System.Net;
using Saas.Contracts.Requests;
using Saas.Modules.Forms.Model;
using Saas.Shell.Identity;

namespace Saas.Modules.Forms.Tests.Composing;

public sealed class SetTermsTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string Save = "Enregistrer les règles";

    [Fact]
    public async Task What_the_procedure_promises_reaches_the_receipt_once_published()
    {
        var form = await host.OpenAsync(SaasHost.Claret, Given.Name);
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);

        await browser.SubmitAsync(Address(form), Save, ("Input.Silence", "Acceptance"), ("Délai, en mois", "2"), ("Service", "service de l’urbanisme"), ("Téléphone", "04 67 00 00 01"), ("Texte applicable", "article L. 231-1 du CRPA"));
        var before = await FileAsync(form);
        var publish = await browser.OpenAsync($"/gestion/demarches/{form.Id}/publier");
        await browser.SubmitAsync(publish, $"/gestion/demarches/{form.Id}/publier", "Publier");
        var after = await FileAsync(form);

        Assert.DoesNotContain("sera acceptée", before, StringComparison.Ordinal);
        Assert.Contains("Silence de l’administration : acceptation après 2 mois", publish.Words(), StringComparison.Ordinal);
        Assert.Contains("votre demande sera acceptée (article L. 231-1 du CRPA)", after, StringComparison.Ordinal);
        Assert.Contains("service de l’urbanisme", after, StringComparison.Ordinal);
        Assert.Contains("04 67 00 00 01", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_procedure_that_is_not_open_yet_or_no_longer_says_so_with_how_to_reach_the_town_hall_and_leaves_the_list()
    {
        var later = await host.OpenAsync(SaasHost.Claret, Given.Name);
        var over = await host.OpenAsync(SaasHost.Claret, Given.Name);
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);

        await browser.SubmitAsync(Address(later), Save, ("Premier jour", "01/03/2090"));
        await browser.SubmitAsync(Address(over), Save, ("Dernier jour", "01/03/2020"));
        var list = await host.Visit(SaasHost.Claret).GetStringAsync("/demarches");
        var early = await host.Visit(SaasHost.Claret).OpenAsync($"/demarches/{later.Slug}");
        var late = await host.Visit(SaasHost.Claret).OpenAsync($"/demarches/{over.Slug}");

        Assert.Contains("Cette démarche ouvrira le mercredi 1er mars 2090", early.Words(), StringComparison.Ordinal);
        Assert.Contains("Cette démarche a fermé le dimanche 1er mars 2020", late.Words(), StringComparison.Ordinal);
        Assert.NotNull(late.QuerySelector("main .town-hall__lines"));
        Assert.DoesNotContain(later.Slug, list, StringComparison.Ordinal);
        Assert.DoesNotContain(over.Slug, list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_place_goes_to_one_and_the_others_keep_what_they_typed()
    {
        var form = await host.OpenAsync(SaasHost.Claret, Given.Name);
        await host.Visit(SaasHost.Claret, Role.Administrator).SubmitAsync(Address(form), Save, ("Nombre de demandes", "1"));
        var residents = new List<(Browser Browser, AngleSharp.Html.Dom.IHtmlDocument Page)>();
        for (var i = 0; i < 4; i++)
        {
            var resident = host.Visit(SaasHost.Claret);
            residents.Add((resident, await resident.OpenAsync($"/demarches/{form.Slug}")));
        }

        var answers = await Task.WhenAll(residents.Select((resident, i) => resident.Browser.SubmitAsync(resident.Page, $"/demarches/{form.Slug}", "Envoyer ma demande", [("Votre nom", $"Léa {i}")])));
        var refused = await Browser.ReadAsync(answers.First(answer => answer.StatusCode == HttpStatusCode.OK));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.SeeOther);
        Assert.Contains("Cette démarche est complète", refused.Words(), StringComparison.Ordinal);
        Assert.Contains("Ce que vous aviez écrit est conservé", refused.Words(), StringComparison.Ordinal);
        Assert.Equal(3, (await host.DraftsAsync(SaasHost.Claret, form.Id)).Count);
        Assert.Equal(1, (await host.ReadAsync(SaasHost.Claret, form.Id)).FiledCount);
    }

    [Fact]
    public async Task What_cannot_be_is_said_beside_its_field_and_kept()
    {
        var form = await host.DraftAsync(SaasHost.Claret, Given.Name);

        var page = await Browser.ReadAsync(await host.Visit(SaasHost.Claret, Role.Administrator).SubmitAsync(
            Address(form), Save, ("Input.Kind", "Message"), ("Input.Silence", "Acceptance"), ("Délai, en mois", "beaucoup"), ("Premier jour", "demain"), ("Nombre de demandes", "0")));

        Assert.All(["silence-error", "months-error", "opens-error", "most-error"], id => Assert.NotEmpty(page.GetElementById(id)!.TextContent));
        Assert.Equal("demain", page.Value("Input_OpensOn"));
    }

    [Fact]
    public async Task A_colleagues_change_meanwhile_is_not_overwritten_unseen()
    {
        var form = await host.DraftAsync(SaasHost.Claret, Given.Name);
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);
        var open = await browser.OpenAsync(Address(form));
        await browser.SubmitAsync(Address(form), Save, ("Service", "accueil"));

        var shown = await Browser.ReadAsync(await browser.SubmitAsync(open, Address(form), Save, [("Service", "état civil")]));

        Assert.Contains("modifiée entre-temps", shown.Words(), StringComparison.Ordinal);
        Assert.Equal("accueil", (await host.ReadAsync(SaasHost.Claret, form.Id)).Terms.Service);
    }

    [Fact]
    public async Task The_procedure_of_another_commune_does_not_exist()
    {
        var form = await host.DraftAsync(SaasHost.Matelles, Given.Name);

        Assert.Equal(HttpStatusCode.NotFound, (await host.Visit(SaasHost.Claret, Role.Administrator).GetAsync(Address(form))).StatusCode);
    }

    [Fact]
    public void An_edition_published_before_promises_nothing_in_particular() =>
        Assert.Equal(new ProcedureTerms(), System.Text.Json.JsonSerializer.Deserialize<ProcedureTerms>("{}", Shell.Data.EntityConfigurations.Json));

    private static string Address(Form form) => $"/gestion/demarches/{form.Id}/regles";

    private async Task<string> FileAsync(Form form)
    {
        var resident = host.Visit(SaasHost.Claret);
        return (await resident.FollowAsync(await resident.SubmitAsync($"/demarches/{form.Slug}", "Envoyer ma demande", ("Votre nom", "Léa Martin")))).Words();
    }
}
