using AngleSharp.Dom;
using Saas.Shell.Identity;

namespace Saas.Modules.Requests.Tests.Processing;

public sealed class WrittenActTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Theory]
    [InlineData("", "Envoyer la réponse", "Votre réponse")]
    [InlineData("/cloturer", "Clore la demande", "Message au demandeur (facultatif, sauf en cas de refus)")]
    public async Task A_template_is_filled_in_after_what_was_typed_and_nothing_is_sent_yet(string act, string button, string field)
    {
        var email = Given.AnAddress();
        var filed = await host.FileAsync(SaasHost.Claret, Given.ARequest(email));
        var title = await ATemplateAsync("Bonjour {nom},\n\n« {démarche} », {référence}, suivie par {agent}.");
        var staff = Staff();
        var page = await staff.OpenAsync(filed.Staff + act);

        var shown = await Browser.ReadAsync(await staff.SubmitAsync(page, filed.Staff + act, "Insérer", [(field, "Deux mots d’abord."), ("Modèle (facultatif)", ValueOf(page, title))]));

        Assert.Equal(
            $"Deux mots d’abord.\n\nBonjour Léa Martin,\n\n« Location de la salle des fêtes », {filed.Reference}, suivie par Secretary de Claret.",
            shown.QuerySelector("textarea#Words")!.TextContent.Trim().ReplaceLineEndings("\n"));
        Assert.Single(await host.MailsToAsync(SaasHost.Claret, email));
        var address = filed.Staff + (act.Length == 0 ? "/repondre" : act);
        var sent = await staff.SubmitAsync(shown, address, button, act.Length == 0 ? [] : [("Acceptée", "Accepted")]);
        Assert.Equal(filed.Staff, sent.Headers.Location?.ToString());
        Assert.Contains("Bonjour Léa Martin,", (await host.MailsToAsync(SaasHost.Claret, email))[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_gave_no_name_is_not_called_by_an_empty_one()
    {
        var filed = await host.FileAsync(SaasHost.Claret, Given.ARequest(sender: ""));
        var title = await ATemplateAsync("Bonjour {nom},");
        var staff = Staff();
        var page = await staff.OpenAsync(filed.Staff);

        var shown = await Browser.ReadAsync(await staff.SubmitAsync(page, filed.Staff, "Insérer", [("Modèle (facultatif)", ValueOf(page, title))]));

        Assert.Equal("Bonjour Madame, Monsieur,", shown.QuerySelector("textarea#Words")!.TextContent.Trim());
    }

    [Fact]
    public async Task Inserting_nothing_says_so_and_keeps_what_was_typed()
    {
        var filed = await host.FileAsync(SaasHost.Claret);
        await ATemplateAsync("Un texte.");

        var shown = await Browser.ReadAsync(await Staff().SubmitAsync(filed.Staff, "Insérer", ("Votre réponse", "À peine commencée")));

        Assert.Contains("Choisissez un modèle", shown.QuerySelector("#template-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("À peine commencée", shown.QuerySelector("textarea#Words")!.TextContent.Trim());
    }

    private Browser Staff() => host.Visit(SaasHost.Claret, Role.Secretary);

    private async Task<string> ATemplateAsync(string text)
    {
        var title = $"Modèle {Guid.NewGuid():N}";
        await Staff().SubmitAsync("/gestion/demandes/modeles/nouveau", "Enregistrer le modèle", ("Titre", title), ("Texte", text));
        return title;
    }

    private static string ValueOf(IParentNode page, string title) =>
        page.QuerySelectorAll("#TemplateId option").Single(option => option.TextContent == title).GetAttribute("value")!;
}
