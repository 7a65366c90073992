using Microsoft.Playwright;
using Saas.Shell.Identity;
using static Microsoft.Playwright.Assertions;

namespace Saas.BrowserTests;

/// <summary>With JavaScript switched off.</summary>
public sealed class WithoutScriptTests(LiveHost live) : IClassFixture<LiveHost>
{
    [Fact]
    public async Task A_refused_request_keeps_the_answers_and_the_file_and_is_sent_the_second_time()
    {
        var procedure = await live.Communes.AnOpenProcedureAsync(SaasHost.Claret, "Démarche sans script");
        await using var resident = await live.VisitAsync(SaasHost.Claret, LiveHost.Phone, script: false);
        await resident.OpenAsync("/demarches");
        await resident.FollowAsync(procedure.Title);
        await resident.Field("Votre nom").FillAsync("Ana Roux");
        await resident.Field("Justificatif").SetInputFilesAsync(Visitor.File("attestation.pdf"));

        await resident.PressAsync("Envoyer ma demande");

        await Expect(resident.Page.Locator(".error-summary")).ToBeVisibleAsync();
        await Expect(resident.Field("Votre nom")).ToHaveValueAsync("Ana Roux");
        await Expect(resident.Page.Locator(".files__name")).ToHaveTextAsync("attestation.pdf");

        await resident.Field("Tous les jours").CheckAsync();
        await resident.PressAsync("Envoyer ma demande");
        var filed = await resident.ReadReceiptAsync();
        await resident.SeesAsync("attestation.pdf");
        Assert.Equal(1, await live.Communes.CountRequestsAsync(procedure.Title));

        await resident.OpenAsync("/demandes");
        await resident.Field("Référence").FillAsync(filed.Reference);
        await resident.Field("Code de suivi").FillAsync(filed.Code);
        await resident.PressAsync("Voir ma demande");
        await resident.SeesAsync("la mairie a votre demande et va la lire");
        await resident.Field("Votre message au sujet de cette demande").FillAsync("J’ai oublié de dire une chose.");
        await resident.PressAsync("Envoyer le message");
        await resident.SeesAsync("J’ai oublié de dire une chose.");
        Assert.Empty(resident.Complaints);
    }

    [Theory]
    [InlineData(LiveHost.Phone)]
    [InlineData(LiveHost.Office)]
    public async Task A_secretary_composes_publishes_reads_answers_and_closes(int width)
    {
        var title = $"Démarche sans script ({width})";
        await using var secretary = await live.VisitAsync(SaasHost.Claret, width, script: false);
        await using var resident = await live.VisitAsync(SaasHost.Claret, LiveHost.Phone, script: false);
        await secretary.SignInAsync("/gestion/connexion", SaasHost.EmailOf(SaasHost.Claret, Role.Administrator));

        await secretary.OpenAsync("/gestion/demarches/nouvelle");
        await secretary.Field("Titre de la démarche").FillAsync(title);
        await secretary.PressAsync("Créer la démarche");
        await secretary.Field("À ajouter").SelectOptionAsync("ShortText");
        await secretary.PressAsync("Ajouter");
        await secretary.SeesTitleAsync("Nouvelle question");
        await secretary.Page.GetByLabel("Question", new() { Exact = true }).FillAsync("Votre nom");
        await secretary.PressAsync("Enregistrer la question");
        await secretary.SeesTitleAsync(title);
        await secretary.Field("Qui reçoit les demandes").FillAsync("accueil@mairie.test");
        await secretary.Field("Introduction").FillAsync("La mairie répond sous huit jours.");
        await secretary.PressAsync("Enregistrer");
        await secretary.SeesAsync("Enregistré à");
        await secretary.FollowAsync("Publier…");
        await secretary.PressAsync("Publier");
        await secretary.SeesAsync("La démarche est publiée");

        await resident.OpenAsync("/demarches");
        await resident.FollowAsync(title);
        await resident.Field("Votre nom").FillAsync("Zoé Martin");
        await resident.PressAsync("Envoyer ma demande");
        var filed = await resident.ReadReceiptAsync();

        await secretary.FindRequestAsync(filed);
        await secretary.Field("Votre réponse").FillAsync("C’est noté.");
        await secretary.Main.GetByRole(AriaRole.Button, new() { NameRegex = new("^(Envoyer|Enregistrer) la réponse$") }).ClickAsync();
        await secretary.SeesAsync("C’est noté.");
        await secretary.CloseRequestAsync(secretary.Path.Split('?', '#')[0]);
        Assert.Empty(secretary.Complaints);
    }
}
