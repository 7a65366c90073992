using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Forms.Tests.Composing;

public sealed class PreviewFormTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task The_preview_shows_the_questions_and_sends_nothing()
    {
        var form = await host.DraftAsync(SaasHost.Claret, Given.Name, Given.Proof);

        var page = await host.Visit(SaasHost.Claret, Role.Administrator).OpenAsync($"/gestion/demarches/{form.Id}/apercu");

        Assert.NotNull(page.GetElementById("q_nom"));
        Assert.All(page.QuerySelectorAll("main button"), button => Assert.True(button.HasAttribute("disabled")));
        Assert.Empty(page.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task The_form_of_another_commune_does_not_exist()
    {
        var form = await host.DraftAsync(SaasHost.Matelles, Given.Name);

        Assert.Equal(HttpStatusCode.NotFound, (await host.Visit(SaasHost.Claret, Role.Administrator).GetAsync($"/gestion/demarches/{form.Id}/apercu")).StatusCode);
    }
}
