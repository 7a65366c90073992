using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Saas.Shell.Identity;
using static Microsoft.Playwright.Assertions;

namespace Saas.BrowserTests;

/// <summary>What happens to people: two tabs, two clicks, a night, a tunnel.</summary>
public sealed class NothingIsLostTests(LiveHost live) : IClassFixture<LiveHost>
{
    private static readonly LocatorAssertionsToContainTextOptions Patiently = new() { Timeout = 20_000 };

    [Fact]
    public async Task The_same_request_sent_from_two_tabs_is_one_request_with_one_receipt()
    {
        var procedure = await live.Communes.AnOpenProcedureAsync(SaasHost.Claret, "Démarche dans deux onglets");
        await using var resident = await live.VisitAsync(SaasHost.Claret, LiveHost.Phone);
        var first = await resident.OpenTabAsync(procedure.Public);
        await resident.Field("Votre nom").FillAsync("Ana Roux");
        await resident.Field("Tous les jours").CheckAsync();
        await Expect(resident.Page.Locator("[data-autosave-state]")).ToContainTextAsync("Brouillon enregistré", Patiently);
        await resident.OpenTabAsync(procedure.Public);
        await Expect(resident.Field("Votre nom")).ToHaveValueAsync("Ana Roux");

        await resident.PressAsync("Envoyer ma demande");
        var receipt = await resident.ReadReceiptAsync();
        await first.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Envoyer ma demande" }).ClickAsync();

        await Expect(first.Locator("h1")).ToHaveTextAsync("Votre demande est enregistrée");
        Assert.Equal(resident.Address + receipt.Address, first.Url);
        Assert.Equal(1, await live.Communes.CountRequestsAsync(procedure.Title));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_double_click_on_the_last_button_sends_one_request(bool script)
    {
        var procedure = await live.Communes.AnOpenProcedureAsync(SaasHost.Claret, $"Démarche à double clic {(script ? "avec" : "sans")} script");
        await using var resident = await live.VisitAsync(SaasHost.Claret, LiveHost.Phone, script);
        await resident.OpenAsync(procedure.Public);
        await resident.Field("Votre nom").FillAsync("Ana Roux");
        await resident.Field("Tous les jours").CheckAsync();
        await resident.Field("Justificatif").SetInputFilesAsync(Visitor.File("attestation.pdf"));

        await resident.Button("Envoyer ma demande").DblClickAsync();

        await resident.ReadReceiptAsync();
        await resident.SeesAsync("attestation.pdf");
        Assert.Equal(1, await live.Communes.CountRequestsAsync(procedure.Title));
    }

    [Fact]
    public async Task The_back_button_after_sending_does_not_send_a_second_request()
    {
        var procedure = await live.Communes.AnOpenProcedureAsync(SaasHost.Claret, "Démarche et bouton retour");
        await using var resident = await live.VisitAsync(SaasHost.Claret, LiveHost.Phone);
        await resident.OpenAsync(procedure.Public);
        await resident.Field("Votre nom").FillAsync("Ana Roux");
        await resident.Field("Tous les jours").CheckAsync();
        await resident.PressAsync("Envoyer ma demande");
        await resident.ReadReceiptAsync();

        await resident.Page.GoBackAsync();
        await resident.SeesTitleAsync(procedure.Title);
        await resident.PressAsync("Envoyer ma demande");

        await Expect(resident.Page.Locator(".error-summary, .receipt")).ToBeVisibleAsync();
        Assert.Equal(1, await live.Communes.CountRequestsAsync(procedure.Title));
    }

    [Fact]
    public async Task What_the_secretary_typed_is_there_after_signing_in_again()
    {
        const string Email = "mi-temps@claret.test";
        await live.Communes.InAsync(SaasHost.Claret, services => services.GetRequiredService<StaffAccounts>()
            .AddMemberAsync(Email, "Secrétaire à mi-temps", Role.Secretary, SaasHost.Password, CancellationToken.None));
        var procedure = await live.Communes.ADraftProcedureAsync(SaasHost.Claret, "Démarche d’un lendemain");
        await using var secretary = await live.VisitAsync(SaasHost.Claret);
        await secretary.SignInAsync("/gestion/connexion", Email);
        await secretary.OpenAsync(procedure.Staff);
        await secretary.Field("Titre").FillAsync("Démarche réécrite");
        await secretary.Field("Résumé").FillAsync("Une phrase retravaillée longtemps.");
        await secretary.Page.GetByRole(AriaRole.Textbox, new() { Name = "Introduction" }).FillAsync("Un texte encore plus long.");

        await live.Communes.EndSignInsAsync(Email);
        await secretary.PressAsync("Enregistrer");
        await secretary.SeesTitleAsync("Connexion");
        await secretary.FillSignInAsync(Email);

        await secretary.SeesAsync("Tout ce que vous avez saisi est conservé ci-dessous");
        await Expect(secretary.Field("Titre")).ToHaveValueAsync("Démarche réécrite");
        await Expect(secretary.Field("Résumé")).ToHaveValueAsync("Une phrase retravaillée longtemps.");
        await Expect(secretary.Page.GetByRole(AriaRole.Textbox, new() { Name = "Introduction" })).ToHaveTextAsync("Un texte encore plus long.");
        await secretary.PressAsync("Enregistrer");
        await secretary.SeesTitleAsync("Démarche réécrite");
        await secretary.SeesAsync("Enregistré à");
    }

    [Fact]
    public async Task A_browser_that_lost_all_its_cookies_still_gives_back_what_the_secretary_typed_to_her_alone()
    {
        const string Email = "sans-cookie@claret.test";
        await live.Communes.InAsync(SaasHost.Claret, services => services.GetRequiredService<StaffAccounts>()
            .AddMemberAsync(Email, "Secrétaire sans cookie", Role.Secretary, SaasHost.Password, CancellationToken.None));
        await using var secretary = await live.VisitAsync(SaasHost.Claret);
        await secretary.SignInAsync("/gestion/connexion", Email);
        await secretary.OpenAsync("/gestion/site/actualites/nouvelle");
        await secretary.Field("Titre").FillAsync("La foire aux plants");

        await secretary.Context.ClearCookiesAsync();
        await secretary.PressAsync("Enregistrer le brouillon");
        await secretary.SeesAsync("Ce que vous aviez écrit est conservé");
        await secretary.FillSignInAsync(SaasHost.EmailOf(SaasHost.Claret, Role.Administrator));
        await secretary.OpenAsync("/gestion/site/actualites/nouvelle");
        await Expect(secretary.Field("Titre")).ToHaveValueAsync("");
        await secretary.Context.ClearCookiesAsync();
        await secretary.SignInAsync("/gestion/connexion", Email);

        await Expect(secretary.Field("Titre")).ToHaveValueAsync("La foire aux plants");
    }

    [Fact]
    public async Task A_browser_that_lost_all_its_cookies_still_sends_the_file_it_had_received()
    {
        var procedure = await live.Communes.AnOpenProcedureAsync(SaasHost.Claret, "Démarche sans cookie");
        await using var resident = await live.VisitAsync(SaasHost.Claret, LiveHost.Phone);
        await resident.OpenAsync(procedure.Public);
        await resident.Field("Votre nom").FillAsync("Ana Roux");
        await resident.Field("Votre demande").FillAsync("Ouvrir le portail.");
        await resident.Field("Tous les jours").CheckAsync();
        await resident.Field("Justificatif").SetInputFilesAsync(Visitor.File("plan.pdf"));
        await Expect(resident.Page.Locator("li.files__item")).ToContainTextAsync("plan.pdf", Patiently);

        await resident.Context.ClearCookiesAsync();
        await resident.PressAsync("Envoyer ma demande");
        await resident.SeesAsync("Tout ce que vous avez saisi est conservé ci-dessous");
        await Expect(resident.Page.Locator("li.files__item")).ToContainTextAsync("plan.pdf");
        await resident.PressAsync("Envoyer ma demande");

        await resident.ReadReceiptAsync();
        await resident.SeesAsync("plan.pdf");
    }

    [Fact]
    public async Task Two_tabs_left_open_over_a_night_both_give_back_what_was_typed()
    {
        const string Email = "deux-onglets@claret.test";
        await live.Communes.InAsync(SaasHost.Claret, services => services.GetRequiredService<StaffAccounts>()
            .AddMemberAsync(Email, "Secrétaire à deux onglets", Role.Secretary, SaasHost.Password, CancellationToken.None));
        await using var secretary = await live.VisitAsync(SaasHost.Claret);
        await secretary.SignInAsync("/gestion/connexion", Email);
        var news = await secretary.OpenTabAsync("/gestion/site/actualites/nouvelle");
        await secretary.Field("Titre").FillAsync("Le marché de la place");
        var page = await secretary.OpenTabAsync("/gestion/site/pages/nouvelle");
        await secretary.Field("Titre").FillAsync("La salle des fêtes");

        await live.Communes.EndSignInsAsync(Email);
        foreach (var tab in new[] { news, page })
        {
            secretary.Page = tab;
            await secretary.PressAsync("Enregistrer le brouillon");
            await secretary.SeesTitleAsync("Connexion");
            await secretary.SeesAsync("Ce que vous aviez écrit est conservé : reconnectez-vous, vous le retrouverez.");
        }

        await secretary.FillSignInAsync(Email);
        await Expect(secretary.Field("Titre")).ToHaveValueAsync("La salle des fêtes");
        secretary.Page = news;
        await news.ReloadAsync();
        await Expect(secretary.Field("Titre")).ToHaveValueAsync("Le marché de la place");
        await secretary.PressAsync("Enregistrer le brouillon");
        await Expect(secretary.Page.Locator(".error-summary")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Sending_without_a_connection_keeps_the_page_the_answers_and_the_file_and_can_be_tried_again()
    {
        var procedure = await live.Communes.AnOpenProcedureAsync(SaasHost.Claret, "Démarche sans connexion");
        await using var resident = await live.VisitAsync(SaasHost.Claret, LiveHost.Phone);
        await resident.OpenAsync(procedure.Public);
        await resident.Field("Votre nom").FillAsync("Ana Roux");
        await resident.Field("Votre demande").FillAsync("Écrite dans un vallon.");
        await resident.Field("Tous les jours").CheckAsync();
        await resident.Field("Justificatif").SetInputFilesAsync(Visitor.File("attestation.pdf"));
        await Expect(resident.Page.Locator("li.files__item")).ToContainTextAsync("attestation.pdf", Patiently);

        await resident.Context.SetOfflineAsync(true);
        await resident.PressAsync("Envoyer ma demande");

        var alert = resident.Page.Locator("[data-unreached]");
        await Expect(alert).ToContainTextAsync("rien n’est parti, tout ce que vous avez écrit est encore ici", Patiently);
        await Expect(alert).ToBeInViewportAsync();
        await Expect(resident.Field("Votre demande")).ToHaveValueAsync("Écrite dans un vallon.");

        await resident.Context.SetOfflineAsync(false);
        await resident.PressAsync("Envoyer ma demande");
        await resident.ReadReceiptAsync();
        await resident.SeesAsync("attestation.pdf");
        Assert.Equal(1, await live.Communes.CountRequestsAsync(procedure.Title));
    }

    [Fact]
    public async Task A_long_paste_is_not_cut_and_the_field_says_how_much_is_too_much()
    {
        var procedure = await live.Communes.AnOpenProcedureAsync(SaasHost.Claret, "Démarche bavarde");
        await using var resident = await live.VisitAsync(SaasHost.Claret, LiveHost.Phone);
        await resident.OpenAsync(procedure.Public);
        await resident.Field("Votre nom").FillAsync("Ana Roux");
        await resident.Field("Tous les jours").CheckAsync();

        await resident.Field("Votre demande").FillAsync(new string('a', 5_120));
        await Expect(resident.Page.Locator(".length-state.is-over")).ToHaveTextAsync("120 signes de trop");
        await resident.PressAsync("Envoyer ma demande");

        await Expect(resident.Page.Locator(".error-summary")).ToBeVisibleAsync();
        await Expect(resident.Field("Votre demande")).ToHaveValueAsync(new string('a', 5_120));
    }

    [Fact]
    public async Task A_form_whose_cookie_is_lost_keeps_the_answers_and_the_file()
    {
        var procedure = await live.Communes.AnOpenProcedureAsync(SaasHost.Claret, "Démarche au témoin perdu");
        await using var resident = await live.VisitAsync(SaasHost.Claret, LiveHost.Phone);
        await resident.OpenAsync(procedure.Public);
        await resident.Field("Votre nom").FillAsync("Ana Roux");
        await resident.Field("Votre demande").FillAsync("Écrite longuement.");
        await resident.Field("Tous les jours").CheckAsync();
        await resident.Field("Justificatif").SetInputFilesAsync(Visitor.File("attestation.pdf"));

        await resident.Context.ClearCookiesAsync(new() { Name = "parvis-formulaire" });
        await resident.PressAsync("Envoyer ma demande");

        await resident.SeesAsync("Tout ce que vous avez saisi est conservé ci-dessous");
        await Expect(resident.Field("Votre nom")).ToHaveValueAsync("Ana Roux");
        await Expect(resident.Field("Votre demande")).ToHaveValueAsync("Écrite longuement.");
        await Expect(resident.Field("Tous les jours")).ToBeCheckedAsync();
        await Expect(resident.Page.Locator(".files__name")).ToHaveTextAsync("attestation.pdf");
        await resident.PressAsync("Envoyer ma demande");
        await resident.ReadReceiptAsync();
        await resident.SeesAsync("attestation.pdf");
    }

    [Fact]
    public async Task A_draft_is_found_again_after_closing_the_tab()
    {
        var procedure = await live.Communes.AnOpenProcedureAsync(SaasHost.Claret, "Démarche reprise");
        await using var resident = await live.VisitAsync(SaasHost.Claret, LiveHost.Phone);
        await resident.OpenAsync(procedure.Public);
        await resident.Field("Votre demande").FillAsync("Commencée le soir.");
        await resident.Field("De temps en temps").CheckAsync();
        await Expect(resident.Page.Locator("[data-autosave-state]")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex(@"^Brouillon enregistré à \d{1,2}\sh\s\d{2}$"), new() { Timeout = 20_000 });
        await resident.Page.CloseAsync();

        await resident.OpenTabAsync(procedure.Public);

        await resident.SeesAsync("Vous avez commencé cette demande");
        await Expect(resident.Field("Votre demande")).ToHaveValueAsync("Commencée le soir.");
        await Expect(resident.Field("De temps en temps")).ToBeCheckedAsync();
    }

    [Fact]
    public async Task A_lost_connection_is_said_and_the_draft_is_saved_when_it_is_back()
    {
        var procedure = await live.Communes.AnOpenProcedureAsync(SaasHost.Claret, "Démarche dans un tunnel");
        await using var resident = await live.VisitAsync(SaasHost.Claret, LiveHost.Phone);
        await resident.OpenAsync(procedure.Public);
        var state = resident.Page.Locator("[data-autosave-state]");

        await resident.Context.SetOfflineAsync(true);
        await resident.Field("Votre demande").FillAsync("Écrite dans le train.");

        await Expect(state).ToContainTextAsync("Le brouillon n’est pas enregistré", Patiently);
        await Expect(state).ToHaveRoleAsync(AriaRole.Status);
        await Expect(state).ToBeInViewportAsync();

        await resident.Context.SetOfflineAsync(false);
        await Expect(state).ToContainTextAsync("Brouillon enregistré", Patiently);
        await resident.OpenTabAsync(procedure.Public);
        await Expect(resident.Field("Votre demande")).ToHaveValueAsync("Écrite dans le train.");
    }
}
