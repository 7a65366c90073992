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
}
