using System.Net;
using Saas.Modules.Forms.Model;
using Saas.Shell.Identity;

namespace Saas.Modules.Forms.Tests.Composing;

public sealed class EditFormTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task Texts_are_saved_and_the_introduction_is_cleaned()
    {
        var form = await host.DraftAsync(SaasHost.Claret, Given.Name);

        await host.Visit(SaasHost.Claret, Role.Administrator).SubmitAsync(
            $"/gestion/demarches/{form.Id}", "Enregistrer", ("Titre", "Autre titre"), ("Introduction", "<p>Bonjour<script>alert(1)</script></p>"), ("Recipient", "accueil@exemple.fr"));
        var saved = await host.ReadAsync(SaasHost.Claret, form.Id);

        Assert.Equal("Autre titre", saved.Title);
        Assert.Equal("<p>Bonjour</p>", saved.Introduction);
        Assert.Equal("accueil@exemple.fr", saved.Recipient);
        Assert.Equal(form.Slug, saved.Slug);
    }

    [Fact]
    public async Task A_refused_text_is_shown_again_as_typed()
    {
        var form = await host.DraftAsync(SaasHost.Claret, Given.Name);

        var page = await Browser.ReadAsync(await host.Visit(SaasHost.Claret, Role.Administrator).SubmitAsync(
            $"/gestion/demarches/{form.Id}", "Enregistrer", ("Résumé", "Tapé avec soin"), ("Recipient", "accueil exemple")));

        Assert.Equal("Tapé avec soin", page.Value("Summary"));
        Assert.Equal("accueil exemple", page.Value("Recipient"));
        Assert.NotEmpty(page.GetElementById("recipient-error")!.TextContent);
    }

    [Fact]
    public async Task Moving_a_question_keeps_the_texts_just_typed()
    {
        var form = await host.DraftAsync(SaasHost.Claret, Given.Name, Given.Email);

        await host.Visit(SaasHost.Claret, Role.Administrator).SubmitAsync($"/gestion/demarches/{form.Id}", "Descendre « Votre nom »", ("Résumé", "Tapé avant"));
        var saved = await host.ReadAsync(SaasHost.Claret, form.Id);

        Assert.Equal(["email", "nom"], saved.Questions.Select(question => question.Id));
        Assert.Equal("Tapé avant", saved.Summary);
    }

    [Fact]
    public async Task A_double_click_on_an_arrow_moves_once()
    {
        var form = await host.DraftAsync(SaasHost.Claret, Given.Name, Given.Email, Given.Message);
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);
        var page = await browser.OpenAsync($"/gestion/demarches/{form.Id}");

        await browser.SubmitAsync(page, $"/gestion/demarches/{form.Id}", "Descendre « Votre nom »");
        var again = await browser.SubmitAsync(page, $"/gestion/demarches/{form.Id}", "Descendre « Votre nom »");

        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Equal(["email", "nom", "message"], (await host.ReadAsync(SaasHost.Claret, form.Id)).Questions.Select(question => question.Id));
    }

    [Fact]
    public async Task A_removed_question_can_be_put_back_at_once()
    {
        var form = await host.DraftAsync(SaasHost.Claret, Given.Name, Given.Email);
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);

        var removed = await browser.FollowAsync(await browser.SubmitAsync($"/gestion/demarches/{form.Id}", "Retirer « Votre nom »"));
        var without = (await host.ReadAsync(SaasHost.Claret, form.Id)).Questions.Count;
        await browser.SubmitAsync(removed, $"/gestion/demarches/{form.Id}", "Annuler");

        Assert.Equal(1, without);
        Assert.Equal(["nom", "email"], (await host.ReadAsync(SaasHost.Claret, form.Id)).Questions.Select(question => question.Id));
    }

    [Fact]
    public async Task What_a_colleague_saved_meanwhile_is_not_overwritten_and_what_was_typed_is_kept()
    {
        var form = await host.DraftAsync(SaasHost.Claret, Given.Name);
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);
        var page = await browser.OpenAsync($"/gestion/demarches/{form.Id}");
        await host.ChangeAsync(SaasHost.Claret, form, f => f.Describe(f.Title, "Résumé du collègue", f.Introduction, f.Recipient));

        var refused = await Browser.ReadAsync(await browser.SubmitAsync(page, $"/gestion/demarches/{form.Id}", "Enregistrer", [("Résumé", "Mon résumé")]));
        var before = (await host.ReadAsync(SaasHost.Claret, form.Id)).Summary;
        await browser.SubmitAsync(refused, $"/gestion/demarches/{form.Id}", "Enregistrer");

        Assert.Contains("modifiée entre-temps", refused.Words(), StringComparison.Ordinal);
        Assert.Equal("Mon résumé", refused.Value("Summary"));
        Assert.Equal("Résumé du collègue", before);
        Assert.Equal("Mon résumé", (await host.ReadAsync(SaasHost.Claret, form.Id)).Summary);
    }

    [Fact]
    public async Task The_form_of_another_commune_does_not_exist()
    {
        var form = await host.DraftAsync(SaasHost.Matelles, Given.Name);

        Assert.Equal(HttpStatusCode.NotFound, (await host.Visit(SaasHost.Claret, Role.Administrator).GetAsync($"/gestion/demarches/{form.Id}")).StatusCode);
    }

    [Fact]
    public async Task Questions_are_put_in_the_order_they_were_dragged_to()
    {
        var form = await host.DraftAsync(SaasHost.Claret, Given.Name, Given.Email, Given.Message);

        await host.Visit(SaasHost.Claret, Role.Administrator).SubmitAsync($"/gestion/demarches/{form.Id}", "Ranger", ("Order", "message nom email"));

        Assert.Equal(["message", "nom", "email"], (await host.ReadAsync(SaasHost.Claret, form.Id)).Questions.Select(question => question.Id));
    }

    [Fact]
    public async Task A_question_is_duplicated_once_by_a_double_click()
    {
        var form = await host.DraftAsync(SaasHost.Claret, Given.Name, Given.Fits);
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);
        var page = await browser.OpenAsync($"/gestion/demarches/{form.Id}");

        await browser.SubmitAsync(page, $"/gestion/demarches/{form.Id}", "Dupliquer « Créneau »");
        await browser.SubmitAsync(page, $"/gestion/demarches/{form.Id}", "Dupliquer « Créneau »");
        var questions = (await host.ReadAsync(SaasHost.Claret, form.Id)).Questions;

        Assert.Equal(["Votre nom", "Créneau", "Créneau (copie)"], questions.Select(question => question.Label));
        Assert.Equal(["Matin", "Soir"], questions[2].Options);
    }

    [Fact]
    public async Task Conditions_that_cannot_work_are_said_while_composing()
    {
        var form = await host.DraftAsync(SaasHost.Claret, Given.Name with { When = new Condition { Clauses = [new Clause("creneau", Test.Is, "Soir")] } }, Given.Fits);

        var page = await host.Visit(SaasHost.Claret, Role.Administrator).OpenAsync($"/gestion/demarches/{form.Id}");

        Assert.Contains("« Votre nom » dépend de « Créneau », posée après elle", page.Words(), StringComparison.Ordinal);
    }
}
