using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Forms.Tests.Answering;

public sealed class EnterRequestTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string Save = "Enregistrer la demande";

    [Fact]
    public async Task What_came_by_telephone_is_one_file_like_the_others_and_its_receipt_is_printed()
    {
        var form = await host.OpenAsync(SaasHost.Claret, Given.Name, Given.Email, Given.Proof, Given.Message);
        var agent = host.Visit(SaasHost.Claret, Role.Agent);

        var sent = await agent.SubmitAsync($"/gestion/saisir/{form.Slug}", Save, ("Par téléphone", "Telephone"), ("Votre nom", "Marcel Roux"), ("Message", "Rappeler le soir"));
        var receipt = await agent.FollowAsync(sent);
        var request = await agent.OpenAsync(receipt.QuerySelector("nav a[href^='/gestion/demandes/']")!.GetAttribute("href")!);

        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        Assert.Contains("Accusé de réception", receipt.Words(), StringComparison.Ordinal);
        Assert.Contains("Code de suivi", receipt.Words(), StringComparison.Ordinal);
        Assert.Contains("par téléphone, saisie par", request.Words(), StringComparison.Ordinal);
        Assert.Contains("Marcel Roux", request.Words(), StringComparison.Ordinal);
        Assert.Empty(await host.DraftsAsync(SaasHost.Claret, form.Id));
    }

    [Fact]
    public async Task A_letter_is_received_the_day_it_came_and_never_tomorrow()
    {
        var form = await host.OpenAsync(SaasHost.Claret, Given.Name);
        var agent = host.Visit(SaasHost.Claret, Role.Agent);

        var refused = await Browser.ReadAsync(await agent.SubmitAsync($"/gestion/saisir/{form.Slug}", Save, ("Par courrier", "Letter"), ("Reçue le", "2031-01-01"), ("Votre nom", "Marcel Roux")));
        var sent = await agent.SubmitAsync(refused, $"/gestion/saisir/{form.Slug}", Save, [("Reçue le", "2026-11-02")]);
        var receipt = await agent.FollowAsync(sent);

        Assert.Equal("Indiquez un jour passé, ou aujourd’hui.", refused.GetElementById("jour-error")?.TextContent);
        Assert.Equal("Marcel Roux", refused.Value("q_nom"));
        Assert.NotNull(refused.QuerySelector("#canal-Letter[checked]"));
        Assert.Contains("2 novembre 2026", receipt.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_double_click_saves_one_request()
    {
        var form = await host.OpenAsync(SaasHost.Claret, Given.Name);
        var agent = host.Visit(SaasHost.Claret, Role.Agent);
        var page = await agent.OpenAsync($"/gestion/saisir/{form.Slug}");

        var answers = await Task.WhenAll(
            agent.SubmitAsync(page, $"/gestion/saisir/{form.Slug}", Save, [("Votre nom", "Marcel Roux")]),
            agent.SubmitAsync(page, $"/gestion/saisir/{form.Slug}", Save, [("Votre nom", "Marcel Roux")]));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode));
        Assert.Single(answers.Select(answer => answer.Headers.Location).Distinct());
    }

    [Fact]
    public async Task What_an_agent_has_begun_is_theirs_on_any_machine_and_no_colleagues()
    {
        var form = await host.OpenAsync(SaasHost.Claret, Given.Name, Given.Message);
        await host.Visit(SaasHost.Claret, Role.Agent).SubmitAsync($"/gestion/saisir/{form.Slug}", "Enregistrer le brouillon", ("Votre nom", "Marcel Roux"));

        var later = await host.Visit(SaasHost.Claret, Role.Agent).OpenAsync($"/gestion/saisir/{form.Slug}");
        var colleague = await host.Visit(SaasHost.Claret, Role.Administrator).OpenAsync($"/gestion/saisir/{form.Slug}");

        Assert.Equal("Marcel Roux", later.Value("q_nom"));
        Assert.Equal("", colleague.Value("q_nom"));
    }

    [Fact]
    public async Task A_procedure_that_is_closed_to_residents_is_still_entered_at_the_desk()
    {
        var form = await host.OpenAsync(SaasHost.Claret, Given.Name);
        await host.ChangeAsync(SaasHost.Claret, form, row => row.Close("À l’accueil seulement."));

        var sent = await host.Visit(SaasHost.Claret, Role.Agent).SubmitAsync($"/gestion/saisir/{form.Slug}", Save, ("Votre nom", "Marcel Roux"));

        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
    }

    [Fact]
    public async Task Another_communes_form_and_one_never_published_do_not_exist_and_an_elected_member_enters_nothing()
    {
        var form = await host.OpenAsync(SaasHost.Claret, Given.Name);
        var draft = await host.DraftAsync(SaasHost.Claret, Given.Name);

        using var elsewhere = await host.Visit(SaasHost.Matelles, Role.Administrator).GetAsync($"/gestion/saisir/{form.Slug}");
        using var unpublished = await host.Visit(SaasHost.Claret, Role.Administrator).GetAsync($"/gestion/saisir/{draft.Slug}");
        using var elected = await host.Visit(SaasHost.Claret, Role.Elected).GetAsync($"/gestion/saisir/{form.Slug}");

        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, unpublished.StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, elected.StatusCode);
    }
}
