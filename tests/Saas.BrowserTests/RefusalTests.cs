using Saas.Shell.Identity;
using static Microsoft.Playwright.Assertions;

namespace Saas.BrowserTests;

/// <summary>What people see when something is refused: said in words, without a barrier either.</summary>
public sealed class RefusalTests(LiveHost live) : IClassFixture<LiveHost>
{
    [Fact]
    public async Task A_refused_form_a_wrong_password_and_a_wrong_code_are_said_without_barrier()
    {
        var pages = await PageTable.ReadAsync(live.Services);
        var procedure = await live.Communes.AnOpenProcedureAsync(SaasHost.Claret, "Démarche refusée");
        await using var resident = await live.VisitAsync(SaasHost.Claret);
        var walk = new Walk(resident, pages);

        await resident.OpenAsync(procedure.Public);
        await resident.Field("À partir du").FillAsync("31/02/2027");
        await resident.Field("Justificatif").SetInputFilesAsync(new Microsoft.Playwright.FilePayload { Name = "programme.exe", MimeType = "application/pdf", Buffer = "MZ"u8.ToArray() });
        await Expect(resident.Page.Locator(".files__item.is-refused")).ToContainTextAsync("n’est pas d’un type accepté");
        await walk.CheckAsync("a refused file");
        await resident.PressAsync("Envoyer ma demande");
        await Expect(resident.Page.Locator(".error-summary li")).ToHaveCountAsync(3);
        await walk.CheckAsync("a refused form");

        await resident.OpenAsync("/demandes");
        await resident.Field("Référence").FillAsync("7KWF-3MPH");
        await resident.Field("Code de suivi").FillAsync("FAUX FAUX");
        await resident.PressAsync("Voir ma demande");
        await Expect(resident.Page.Locator(".error-summary")).ToBeFocusedAsync();
        await walk.CheckAsync("a wrong code");

        await resident.OpenAsync("/gestion/connexion");
        await resident.Field("Adresse e-mail").FillAsync("personne@claret.test");
        await resident.Field("Mot de passe").FillAsync("pas le bon");
        await resident.PressAsync("Se connecter");
        await Expect(resident.Page.Locator(".error-summary")).ToBeFocusedAsync();
        await walk.CheckAsync("a wrong password");

        walk.AssertNoProblem();
    }

    [Fact]
    public async Task An_address_that_leads_nowhere_and_one_that_is_not_for_an_elected_member_are_said_without_barrier()
    {
        var pages = await PageTable.ReadAsync(live.Services);
        await using var mayor = await live.VisitAsync(SaasHost.Claret, Role.Elected);
        var walk = new Walk(mayor, pages);

        Assert.Equal(404, await mayor.OpenAsync("/n-existe-pas"));
        await walk.CheckAsync("404");
        Assert.Equal(404, await mayor.OpenAsync("/gestion/n-existe-pas"));
        await walk.CheckAsync("404 in the back office");
        Assert.Equal(403, await mayor.OpenAsync("/gestion/demarches/nouvelle"));
        await walk.CheckAsync("403");
        await walk.GoAsync(["/gestion", "/gestion/demandes", "/gestion/demarches", "/gestion/site"], page => false);

        walk.AssertNoProblem();
    }

    [Fact]
    public async Task The_secretarys_refused_forms_are_said_without_barrier()
    {
        var pages = await PageTable.ReadAsync(live.Services);
        var draft = await live.Communes.ADraftProcedureAsync(SaasHost.Claret, "Démarche à compléter");
        await using var secretary = await live.VisitAsync(SaasHost.Claret, Role.Administrator);
        var walk = new Walk(secretary, pages);

        foreach (var (address, button) in new[]
        {
            ("/gestion/demarches/nouvelle", "Créer la démarche"),
            (draft.Staff + "/questions/nouvelle?sorte=Choice", "Enregistrer la question"),
            ("/gestion/site/actualites/nouvelle", "Enregistrer le brouillon"),
            ("/gestion/site/pages/nouvelle", "Enregistrer le brouillon"),
        })
        {
            await secretary.OpenAsync(address);
            await secretary.PressAsync(button);
            await Expect(secretary.Page.Locator(".error-summary")).ToBeFocusedAsync();
            await walk.CheckAsync("refused " + address);
        }

        walk.AssertNoProblem();
    }
}
