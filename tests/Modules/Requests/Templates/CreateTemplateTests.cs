using Saas.Shell.Identity;

namespace Saas.Modules.Requests.Tests.Templates;

public sealed class CreateTemplateTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string List = "/gestion/demandes/modeles";

    [Fact]
    public async Task A_template_that_is_written_is_in_the_list_and_one_click_sent_twice_is_one_template()
    {
        var title = ATitle();
        var staff = Staff();
        var page = await staff.OpenAsync($"{List}/nouveau");

        (string, string)[] fields = [("Titre", title), ("Texte", "Bonjour {nom},\n\nVotre demande {référence} est prête.")];
        var saved = await Task.WhenAll(staff.SubmitAsync(page, $"{List}/nouveau", "Enregistrer le modèle", fields), staff.SubmitAsync(page, $"{List}/nouveau", "Enregistrer le modèle", fields));

        Assert.All(saved, answer => Assert.Equal(List, answer.Headers.Location?.ToString()));
        Assert.Single((await staff.OpenAsync(List)).QuerySelectorAll("tbody a"), link => link.TextContent == title);
    }

    [Fact]
    public async Task A_mark_that_nothing_fills_in_is_refused_beside_the_text_which_is_kept()
    {
        var refused = await Browser.ReadAsync(await Staff().SubmitAsync($"{List}/nouveau", "Enregistrer le modèle", ("Titre", ATitle()), ("Texte", "Bonjour {prénom},")));

        Assert.Contains("{prénom} n’est pas un repère connu", refused.QuerySelector("#Text-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Bonjour {prénom},", refused.QuerySelector("textarea")!.TextContent.Trim());
    }

    private static string ATitle() => $"Modèle {Guid.NewGuid():N}";

    private Browser Staff() => host.Visit(SaasHost.Claret, Role.Secretary);
}
