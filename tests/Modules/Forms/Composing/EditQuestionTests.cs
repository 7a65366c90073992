using System.Net;
using Saas.Modules.Forms.Answering.Fields;
using Saas.Modules.Forms.Model;
using Saas.Shell.Identity;

namespace Saas.Modules.Forms.Tests.Composing;

public sealed class EditQuestionTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task A_question_is_added_from_the_form_and_a_double_click_adds_one()
    {
        var form = await host.DraftAsync(SaasHost.Claret, Given.Name);
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);
        var address = (await browser.SubmitAsync($"/gestion/demarches/{form.Id}", "Ajouter", ("Kind", "Choice"))).Headers.Location!.ToString();
        var page = await browser.OpenAsync(address);
        (string, string)[] fields = [("Question", "Créneau souhaité"), ("Réponses proposées", "Matin\nAprès-midi\n\nMatin\nSoir")];

        await browser.SubmitAsync(page, address, "Enregistrer la question", fields);
        await browser.SubmitAsync(page, address, "Enregistrer la question", fields);
        var added = Assert.Single((await host.ReadAsync(SaasHost.Claret, form.Id)).Questions, question => question.Kind == "Choice");

        Assert.Equal("Créneau souhaité", added.Label);
        Assert.Equal(["Matin", "Après-midi", "Soir"], added.Options);
        Assert.True(added.Required);
    }

    [Fact]
    public async Task What_is_missing_is_said_beside_its_field_and_the_rest_is_kept()
    {
        var form = await host.DraftAsync(SaasHost.Claret, Given.Name, Given.Fits);

        var page = await Browser.ReadAsync(await host.Visit(SaasHost.Claret, Role.Administrator).SubmitAsync(
            $"/gestion/demarches/{form.Id}/questions/creneau", "Enregistrer la question", ("Question", ""), ("Réponses proposées", "Seule")));

        Assert.NotEmpty(page.GetElementById("label-error")!.TextContent);
        Assert.NotEmpty(page.GetElementById("options-error")!.TextContent);
        Assert.Equal("Seule", page.Value("Input_Options"));
    }

    [Fact]
    public async Task Two_colleagues_on_one_question_the_second_is_told_and_keeps_what_was_typed()
    {
        var form = await host.DraftAsync(SaasHost.Claret, Given.Message);
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);
        var address = $"/gestion/demarches/{form.Id}/questions/message";
        var open = await browser.OpenAsync(address);
        await host.Visit(SaasHost.Claret, Role.Administrator).SubmitAsync(address, "Enregistrer la question", ("Question", "Votre récit"));

        var shown = await Browser.ReadAsync(await browser.SubmitAsync(open, address, "Enregistrer la question", [("Question", "Votre histoire")]));
        var between = Assert.Single((await host.ReadAsync(SaasHost.Claret, form.Id)).Questions).Label;
        await browser.SubmitAsync(shown, address, "Enregistrer la question");

        Assert.Contains("Un collègue vient de modifier cette question : « Votre récit »", shown.Words(), StringComparison.Ordinal);
        Assert.Equal("Votre histoire", shown.Value("Input_Label"));
        Assert.Equal("Votre récit", between);
        Assert.Equal("Votre histoire", Assert.Single((await host.ReadAsync(SaasHost.Claret, form.Id)).Questions).Label);
    }

    [Fact]
    public async Task The_way_of_answering_changes_without_losing_what_was_typed()
    {
        var form = await host.DraftAsync(SaasHost.Claret, Given.Message);
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);
        var address = $"/gestion/demarches/{form.Id}/questions/message";

        var other = await Browser.ReadAsync(await browser.SubmitAsync(address, "Montrer ces réglages", ("Question", "Votre choix"), ("Input.Kind", "Choice")));
        await browser.SubmitAsync(other, address, "Enregistrer la question", [("Réponses proposées", "Oui\nNon")]);
        var saved = Assert.Single((await host.ReadAsync(SaasHost.Claret, form.Id)).Questions);

        Assert.Equal("Choice", saved.Kind);
        Assert.Equal("Votre choix", saved.Label);
    }

    [Fact]
    public async Task Every_kind_has_its_settings()
    {
        var form = await host.DraftAsync(SaasHost.Claret, Given.Name);
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);

        foreach (var kind in FieldKinds.All)
        {
            var page = await browser.OpenAsync($"/gestion/demarches/{form.Id}/questions/nouvelle-{kind.Kind.ToLowerInvariant()}?sorte={kind.Kind}");
            Assert.NotEmpty(page.QuerySelectorAll("h2"));
        }
    }

    [Fact]
    public async Task A_question_that_was_not_asked_for_does_not_exist()
    {
        var form = await host.DraftAsync(SaasHost.Claret, Given.Name);

        Assert.Equal(HttpStatusCode.NotFound, (await host.Visit(SaasHost.Claret, Role.Administrator).GetAsync($"/gestion/demarches/{form.Id}/questions/inconnue")).StatusCode);
    }

    [Fact]
    public async Task The_question_of_another_commune_does_not_exist()
    {
        var form = await host.DraftAsync(SaasHost.Matelles, Given.Name);

        Assert.Equal(HttpStatusCode.NotFound, (await host.Visit(SaasHost.Claret, Role.Administrator).GetAsync($"/gestion/demarches/{form.Id}/questions/nom")).StatusCode);
    }

    [Fact]
    public async Task A_condition_is_chosen_from_the_questions_before_and_reads_as_a_sentence()
    {
        var form = await host.DraftAsync(SaasHost.Claret, Given.Name, Given.Fits, Given.Message);
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);
        var address = $"/gestion/demarches/{form.Id}/questions/message";

        var saved = await browser.SubmitAsync(address, "Enregistrer la question", ("Input.Condition.Mode", "Unless"), ("Input.Condition.Clauses[0].Choice", "creneau|Is|Soir"));
        var condition = (await host.ReadAsync(SaasHost.Claret, form.Id)).Find("message")!.When!;
        var again = await browser.OpenAsync(address);

        Assert.Equal(new Condition { Hides = true, Clauses = [new Clause("creneau", Test.Is, "Soir")] }, condition);
        Assert.Contains("Si « Créneau » est « Soir » : masquer", (await browser.FollowAsync(saved)).Words(), StringComparison.Ordinal);
        Assert.Equal("creneau|Is|Soir", again.Value("Input_Condition_Clauses_0__Choice"));
    }

    [Fact]
    public async Task A_condition_on_a_number_needs_a_number_and_keeps_what_was_typed()
    {
        var form = await host.DraftAsync(SaasHost.Claret, new Question { Id = "invites", Label = "Invités", Kind = "Number" }, Given.Message);
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);
        var address = $"/gestion/demarches/{form.Id}/questions/message";

        var refused = await Browser.ReadAsync(await browser.SubmitAsync(address, "Enregistrer la question", ("Input.Condition.Mode", "If"), ("Input.Condition.Clauses[0].Choice", "invites|AtLeast|"), ("Input.Condition.Clauses[0].Value", "beaucoup")));
        await browser.SubmitAsync(refused, address, "Enregistrer la question", [("Input.Condition.Clauses[0].Value", "50")]);

        Assert.Contains("« beaucoup » n’est pas un nombre", refused.Words(), StringComparison.Ordinal);
        Assert.Equal("beaucoup", refused.Value("Input_Condition_Clauses_0__Value"));
        Assert.Equal(new Clause("invites", Test.AtLeast, "50"), Assert.Single((await host.ReadAsync(SaasHost.Claret, form.Id)).Find("message")!.When!.Clauses));
    }
}
