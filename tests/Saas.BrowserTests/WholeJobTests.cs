using Microsoft.Playwright;
using Saas.Shell.Identity;
using static Microsoft.Playwright.Assertions;

namespace Saas.BrowserTests;

/// <summary>What the product is for, from the secretary's first click to the resident's answer.</summary>
public sealed class WholeJobTests(LiveHost live) : IClassFixture<LiveHost>
{
    [Theory]
    [InlineData(LiveHost.Phone)]
    [InlineData(LiveHost.Office)]
    public async Task The_secretary_opens_a_procedure_a_resident_files_it_and_finds_the_answer_and_the_neighbours_see_nothing(int width)
    {
        var title = $"Inscrire mon enfant à la cantine ({width})";
        await using var secretary = await live.VisitAsync(SaasHost.Claret, Role.Administrator, width);
        await using var resident = await live.VisitAsync(SaasHost.Claret, LiveHost.Phone);
        await using var elsewhere = await live.VisitAsync(SaasHost.Claret, width);
        await using var neighbour = await live.VisitAsync(SaasHost.Matelles, width);
        await using var colleague = await live.VisitAsync(SaasHost.Matelles, Role.Administrator, width);

        var procedure = await ComposeAndPublishAsync(secretary, title);
        var filed = await FindAndFileAsync(resident, title);
        var file = await resident.Page.GetByRole(AriaRole.Link, new() { Name = "attestation.pdf" }).GetAttributeAsync("href");
        var staffPage = await AnswerAndCloseAsync(secretary, filed);
        await FindAnswerAsync(elsewhere, filed);

        foreach (var address in new[] { procedure, file! })
        {
            Assert.Equal(404, await neighbour.OpenAsync(address));
        }

        await neighbour.OpenAsync("/demandes");
        await AskForRequestAsync(neighbour, filed);
        await neighbour.SeesTitleAsync("Suivre une demande");
        await Expect(neighbour.Page.Locator(".error-summary")).ToBeVisibleAsync();
        Assert.Equal(404, await colleague.OpenAsync(staffPage));
        foreach (var visitor in new[] { secretary, resident, elsewhere, neighbour, colleague })
        {
            Assert.Empty(visitor.Complaints);
        }
    }

    /// <summary>Gives the procedure's public address.</summary>
    private static async Task<string> ComposeAndPublishAsync(Visitor secretary, string title)
    {
        await secretary.OpenAsync("/gestion/demarches/nouvelle");
        await secretary.Field("Titre de la démarche").FillAsync(title);
        await secretary.PressAsync("Créer la démarche");
        await secretary.SeesTitleAsync(title);
        foreach (var (kind, label, options) in new[]
        {
            ("ShortText", "Nom de l’enfant", null),
            ("LongText", "Ce que la cantine doit savoir", null),
            ("Choice", "Rythme", "Tous les jours\nDe temps en temps"),
            ("Date", "À partir du", null),
            ("File", "Justificatif de domicile", (string?)null),
        })
        {
            await secretary.Field("À ajouter").SelectOptionAsync(kind);
            await secretary.PressAsync("Ajouter");
            await secretary.SeesTitleAsync("Nouvelle question");
            await secretary.Page.GetByLabel("Question", new() { Exact = true }).FillAsync(label);
            if (options is not null)
            {
                await secretary.Field("Réponses proposées").FillAsync(options);
            }

            await secretary.PressAsync("Enregistrer la question");
            await secretary.SeesTitleAsync(title);
            await secretary.SeesAsync(label);
        }

        await secretary.Field("Qui reçoit les demandes").FillAsync("accueil@claret.test");
        await secretary.Page.GetByRole(AriaRole.Textbox, new() { Name = "Introduction" }).FillAsync("La mairie répond sous huit jours.");
        await secretary.PressAsync("Enregistrer");
        await secretary.SeesAsync("Enregistré à");
        await secretary.FollowAsync("Aperçu");
        await secretary.SeesAsync("Rien ne peut être envoyé d’ici");
        await secretary.SeesAsync("La mairie répond sous huit jours.");
        await Expect(secretary.Field("Justificatif de domicile")).ToBeVisibleAsync();
        await secretary.FollowAsync("Revenir à la composition");
        await secretary.FollowAsync("Publier…");
        await secretary.PressAsync("Publier");
        await secretary.SeesAsync("La démarche est publiée : les habitants peuvent y répondre.");
        return (await secretary.Page.Locator("main a[href^='/demarches/']").First.GetAttributeAsync("href"))!;
    }

    private static async Task<Filed> FindAndFileAsync(Visitor resident, string title)
    {
        await resident.OpenAsync("/demarches");
        await resident.FollowAsync(title);
        await resident.Field("Nom de l’enfant").FillAsync("Zoé Martin");
        await resident.Field("Ce que la cantine doit savoir").FillAsync("Pas d’arachide.\nElle mange de tout sinon.");
        await resident.Field("De temps en temps").CheckAsync();
        await resident.Field("À partir du").FillAsync("04/01/2027");
        await resident.Field("Justificatif de domicile").SetInputFilesAsync(Visitor.File("attestation.pdf"));
        await resident.PressAsync("Envoyer ma demande");
        var filed = await resident.ReadReceiptAsync();
        await resident.SeesAsync("Pas d’arachide.");
        await resident.SeesAsync("Et maintenant ?");
        return filed;
    }

    /// <summary>Gives the request's address in the back office.</summary>
    private static async Task<string> AnswerAndCloseAsync(Visitor secretary, Filed filed)
    {
        await secretary.OpenAsync("/gestion");
        await secretary.Page.Locator("main").GetByRole(AriaRole.Link, new() { NameRegex = new("demandes? à traiter") }).First.ClickAsync();
        await secretary.FollowAsync(filed.Reference);
        await secretary.SeesAsync("Zoé Martin");
        await secretary.SeesAsync("attestation.pdf");
        var address = secretary.Path;
        await secretary.Field("Votre réponse").FillAsync("Zoé est inscrite à partir du 4 janvier.");
        await secretary.Main.GetByRole(AriaRole.Button, new() { NameRegex = new("^(Envoyer|Enregistrer) la réponse$") }).ClickAsync();
        await secretary.SeesAsync("Zoé est inscrite à partir du 4 janvier.");
        await secretary.FollowAsync("Clore…");
        await secretary.Page.GetByRole(AriaRole.Radio).First.CheckAsync();
        await secretary.PressAsync("Clore la demande");
        await secretary.SeesAsync("Rouvrir…");
        return address;
    }

    private static async Task FindAnswerAsync(Visitor resident, Filed filed)
    {
        await resident.OpenAsync("/demandes");
        await AskForRequestAsync(resident, filed);
        await resident.SeesAsync("Zoé est inscrite à partir du 4 janvier.");
        await resident.SeesAsync("la mairie a accepté votre demande");
    }

    private static async Task AskForRequestAsync(Visitor visitor, Filed filed)
    {
        await visitor.Field("Référence").FillAsync(filed.Reference);
        await visitor.Field("Code de suivi").FillAsync(filed.Code);
        await visitor.PressAsync("Voir ma demande");
    }
}
