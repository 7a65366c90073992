using System.Net;
using Saas.Modules.Forms.Model;
using Saas.Shell.Identity;

namespace Saas.Modules.Forms.Tests.Composing;

public sealed class CloseFormTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task A_closed_procedure_keeps_its_address_with_closing_words()
    {
        var form = await host.OpenAsync(SaasHost.Claret, Given.Name);

        await host.Visit(SaasHost.Claret, Role.Administrator).SubmitAsync($"/gestion/demarches/{form.Id}/fermer", "Fermer la démarche", ("Words", "Reprise en septembre."));

        Assert.Contains("Reprise en septembre.", (await host.Visit(SaasHost.Claret).OpenAsync($"/demarches/{form.Slug}")).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_reopens_as_it_was()
    {
        var form = await host.OpenAsync(SaasHost.Claret, Given.Name);
        await host.ChangeAsync(SaasHost.Claret, form, f => f.Close("Pause"));

        await host.Visit(SaasHost.Claret, Role.Administrator).SubmitAsync($"/gestion/demarches/{form.Id}/fermer", "Rouvrir la démarche");

        Assert.Equal(FormState.Open, (await host.ReadAsync(SaasHost.Claret, form.Id)).State);
        Assert.NotNull((await host.Visit(SaasHost.Claret).OpenAsync($"/demarches/{form.Slug}")).GetElementById("q_nom"));
    }

    [Fact]
    public async Task A_text_too_long_is_refused_and_kept()
    {
        var form = await host.OpenAsync(SaasHost.Claret, Given.Name);
        var words = new string('a', 1_001);

        var page = await Browser.ReadAsync(await host.Visit(SaasHost.Claret, Role.Administrator).SubmitAsync($"/gestion/demarches/{form.Id}/fermer", "Fermer la démarche", ("Words", words)));

        Assert.Equal(words, page.Value("Words"));
        Assert.Equal(FormState.Open, (await host.ReadAsync(SaasHost.Claret, form.Id)).State);
    }

    [Fact]
    public async Task The_form_of_another_commune_does_not_exist()
    {
        var form = await host.OpenAsync(SaasHost.Matelles, Given.Name);

        Assert.Equal(HttpStatusCode.NotFound, (await host.Visit(SaasHost.Claret, Role.Administrator).GetAsync($"/gestion/demarches/{form.Id}/fermer")).StatusCode);
    }
}
