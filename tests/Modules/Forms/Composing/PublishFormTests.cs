using System.Net;
using Saas.Modules.Forms.Model;
using Saas.Shell.Identity;

namespace Saas.Modules.Forms.Tests.Composing;

public sealed class PublishFormTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task An_administrator_publishes_a_form_and_residents_see_its_questions()
    {
        var form = await host.DraftAsync(SaasHost.Claret, Given.Name);

        await host.Visit(SaasHost.Claret, Role.Administrator).SubmitAsync($"/gestion/demarches/{form.Id}/publier", "Publier");

        Assert.Contains("Votre nom", await host.Visit(SaasHost.Claret).GetStringAsync($"/demarches/{form.Slug}"), StringComparison.Ordinal);
        Assert.Equal(FormState.Open, (await host.ReadAsync(SaasHost.Claret, form.Id)).State);
    }

    [Fact]
    public async Task A_double_click_publishes_once()
    {
        var form = await host.DraftAsync(SaasHost.Claret, Given.Name);
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);
        var page = await browser.OpenAsync($"/gestion/demarches/{form.Id}/publier");

        var answers = await Task.WhenAll(
            browser.SubmitAsync(page, $"/gestion/demarches/{form.Id}/publier", "Publier"),
            browser.SubmitAsync(page, $"/gestion/demarches/{form.Id}/publier", "Publier"));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.Single(await host.EditionsAsync(SaasHost.Claret, form.Id));
    }

    [Fact]
    public async Task What_changes_is_said_before()
    {
        var form = await host.OpenAsync(SaasHost.Claret, Given.Name, Given.Message);
        await host.ChangeAsync(SaasHost.Claret, form, f =>
        {
            f.Put(Given.Name with { Label = "Nom de famille" });
            f.Put(Given.Email);
            f.Remove("message");
        });

        var page = await host.Visit(SaasHost.Claret, Role.Administrator).OpenAsync($"/gestion/demarches/{form.Id}/publier");

        Assert.Contains("Nouvelle question : « Votre adresse e-mail »", page.Words(), StringComparison.Ordinal);
        Assert.Contains("Question retirée : « Message »", page.Words(), StringComparison.Ordinal);
        Assert.Contains("Question modifiée : « Nom de famille »", page.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_said_instead_of_the_button()
    {
        var form = await host.DraftAsync(SaasHost.Claret);

        var page = await host.Visit(SaasHost.Claret, Role.Administrator).OpenAsync($"/gestion/demarches/{form.Id}/publier");

        Assert.Contains("Ajoutez au moins une question.", page.Words(), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main form button"));
    }

    [Fact]
    public async Task A_form_changed_since_the_page_was_opened_is_looked_at_again_first()
    {
        var form = await host.DraftAsync(SaasHost.Claret, Given.Name);
        var browser = host.Visit(SaasHost.Claret, Role.Administrator);
        var page = await browser.OpenAsync($"/gestion/demarches/{form.Id}/publier");
        await host.ChangeAsync(SaasHost.Claret, form, f => f.Put(Given.Email));

        var shown = await Browser.ReadAsync(await browser.SubmitAsync(page, $"/gestion/demarches/{form.Id}/publier", "Publier"));

        Assert.Contains("a été modifiée depuis", shown.Words(), StringComparison.Ordinal);
        Assert.Empty(await host.EditionsAsync(SaasHost.Claret, form.Id));
    }

    [Fact]
    public async Task The_form_of_another_commune_does_not_exist()
    {
        var form = await host.DraftAsync(SaasHost.Matelles, Given.Name);

        Assert.Equal(HttpStatusCode.NotFound, (await host.Visit(SaasHost.Claret, Role.Administrator).GetAsync($"/gestion/demarches/{form.Id}/publier")).StatusCode);
    }
}
