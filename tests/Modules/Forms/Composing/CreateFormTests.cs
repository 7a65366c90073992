using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saas.Modules.Forms.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;

namespace Saas.Modules.Forms.Tests.Composing;

public sealed class CreateFormTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string Activate = "Activer « Demander un bac de déchets »";

    [Fact]
    public async Task The_address_comes_from_the_title_and_a_second_one_gets_a_number()
    {
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);

        var first = await CreateAsync(browser, ("Titre de la démarche", "Débit de boissons d’une journée"));
        var second = await CreateAsync(browser, ("Titre de la démarche", "Débit de boissons, d’une journée"));

        Assert.Equal("debit-de-boissons-d-une-journee", first.Slug);
        Assert.Equal("debit-de-boissons-d-une-journee-2", second.Slug);
        Assert.Equal(FormState.Draft, first.State);
    }

    [Fact]
    public async Task A_ready_model_brings_its_questions_and_its_title()
    {
        var form = await CreateAsync(host.Visit(SaasHost.Claret, Role.Administrator), ("Starter", "inscription-cantine"));

        Assert.Equal("Inscrire un enfant à la cantine et au périscolaire", form.Title);
        Assert.Contains(form.Questions, question => question.Kind == "File");
    }

    [Fact]
    public async Task A_double_click_creates_one_form()
    {
        var title = $"Double clic {Guid.NewGuid():N}";
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);
        var page = await browser.OpenAsync("/gestion/demarches/nouvelle");

        var answers = await Task.WhenAll(
            browser.SubmitAsync(page, "/gestion/demarches/nouvelle", "Créer la démarche", [("Titre de la démarche", title)]),
            browser.SubmitAsync(page, "/gestion/demarches/nouvelle", "Créer la démarche", [("Titre de la démarche", title)]));

        Assert.Single(answers.Select(answer => answer.Headers.Location).Distinct());
        Assert.Equal(1, await host.InAsync(SaasHost.Claret, services => services.GetRequiredService<SaasDbContext>().Forms.CountAsync(form => form.Title == title)));
    }

    [Fact]
    public async Task Created_again_from_a_page_opened_afresh_it_is_the_form_that_exists_until_someone_works_on_it()
    {
        var title = $"Retour en arrière {Guid.NewGuid():N}";
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);
        var first = await CreateAsync(browser, ("Titre de la démarche", title), ("Starter", "inscription-cantine"));

        var again = await CreateAsync(browser, ("Titre de la démarche", title), ("Starter", "inscription-cantine"));
        await host.ChangeAsync(SaasHost.Claret, first, form => form.Put(Given.Message));
        var another = await CreateAsync(browser, ("Titre de la démarche", title), ("Starter", "inscription-cantine"));

        Assert.Equal(first.Id, again.Id);
        Assert.NotEqual(first.Id, another.Id);
    }

    [Fact]
    public async Task Without_a_title_nothing_is_created_and_the_error_is_beside_the_field()
    {
        var answer = await host.Visit(SaasHost.Claret, Role.Administrator).SubmitAsync("/gestion/demarches/nouvelle", "Créer la démarche", ("Titre de la démarche", " "));
        var page = await Browser.ReadAsync(answer);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotEmpty(page.GetElementById("title-error")!.TextContent);
        Assert.NotNull(page.QuerySelector(".error-summary a[href='#Title']"));
    }

    [Fact]
    public async Task A_ready_model_is_opened_to_residents_in_one_click()
    {
        var browser = host.Visit(SaasHost.Matelles, Role.Administrator);
        await browser.SubmitAsync("/gestion/reglages/mairie", null, ("Numéro et rue", "1 place de la Mairie"), ("Code postal", "34270"), ("Ville", "Les Matelles"), ("Adresse e-mail", "mairie@matelles.test"));
        var page = await browser.OpenAsync("/gestion/demarches/nouvelle");

        var answers = await Task.WhenAll(
            browser.SubmitAsync(page, "/gestion/demarches/nouvelle", Activate),
            browser.SubmitAsync(page, "/gestion/demarches/nouvelle", Activate));
        var again = await browser.SubmitAsync("/gestion/demarches/nouvelle", Activate);
        var id = Guid.Parse(answers[0].Headers.Location!.ToString().Split('/').Last());
        var form = await host.ReadAsync(SaasHost.Matelles, id);

        Assert.Single(answers.Append(again).Select(answer => answer.Headers.Location).Distinct());
        Assert.Equal(FormState.Open, form.State);
        Assert.Equal(Contracts.Requests.Silence.Rejection, form.Terms.Silence);
        Assert.Single(await host.EditionsAsync(SaasHost.Matelles, id));
        Assert.Contains("Demander un bac de déchets", await host.Visit(SaasHost.Matelles).GetStringAsync("/demarches"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_commune_without_an_address_is_told_what_is_missing_before_the_model_opens()
    {
        var shown = await host.Visit(SaasHost.Claret, Role.Administrator).SubmitAsync("/gestion/demarches/nouvelle", Activate);

        Assert.EndsWith("/publier", shown.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_procedure_goes_to_another_commune_as_a_file()
    {
        var form = await host.DraftAsync(SaasHost.Claret, Given.Fits, Given.Message with { When = new Condition { Clauses = [new Clause("creneau", Test.Is, "Soir")] } });
        var file = await (await host.Visit(SaasHost.Claret, Role.Administrator).GetAsync($"/gestion/demarches/{form.Id}?handler=Export")).Content.ReadAsByteArrayAsync();
        var neighbour = host.Visit(SaasHost.Matelles, Role.Administrator);
        var page = await neighbour.OpenAsync("/gestion/demarches/nouvelle");

        var created = await neighbour.SubmitAsync(page, "/gestion/demarches/nouvelle", "Importer", [], [new("Fichier de la démarche", "demarche.json", file)]);
        var copy = await host.ReadAsync(SaasHost.Matelles, Guid.Parse(created.Headers.Location!.ToString().Split('/').Last()));

        Assert.Equal(form.Title, copy.Title);
        Assert.True(form.Questions.Zip(copy.Questions).All(pair => pair.First.ReadsLike(pair.Second)));
        Assert.NotEqual(form.Recipient, copy.Recipient);
        Assert.Equal(FormState.Draft, copy.State);
    }

    [Theory]
    [InlineData("rien")]
    [InlineData("""{ "title": "x", "questions": [ { "id": "../a", "label": "x", "kind": "ShortText" } ] }""")]
    [InlineData("""{ "title": "x", "questions": [ { "id": "a", "label": "x", "kind": "Inconnu" } ] }""")]
    [InlineData("""{ "title": "x", "questions": [ null ] }""")]
    public async Task A_file_that_is_no_procedure_creates_nothing_and_says_so(string content)
    {
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);
        var page = await browser.OpenAsync("/gestion/demarches/nouvelle");

        var refused = await Browser.ReadAsync(await browser.SubmitAsync(page, "/gestion/demarches/nouvelle", "Importer", [], [new("Fichier de la démarche", "faux.json", System.Text.Encoding.UTF8.GetBytes(content))]));

        Assert.Contains("« faux.json » n’est pas une démarche", refused.Words(), StringComparison.Ordinal);
    }

    private async Task<Form> CreateAsync(Browser browser, params (string, string)[] fields)
    {
        var answer = await browser.SubmitAsync("/gestion/demarches/nouvelle", "Créer la démarche", fields);
        return await host.ReadAsync(SaasHost.Claret, Guid.Parse(answer.Headers.Location!.ToString().Split('/')[^1]));
    }
}
