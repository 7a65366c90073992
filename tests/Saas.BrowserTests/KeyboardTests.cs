using Microsoft.Playwright;
using Saas.Shell.Identity;
using static Microsoft.Playwright.Assertions;

namespace Saas.BrowserTests;

/// <summary>Without a mouse: Tab, Space, Enter and letters.</summary>
public sealed class KeyboardTests(LiveHost live) : IClassFixture<LiveHost>
{
    /// <summary>What the person sees of where they are: null, or what is wrong.</summary>
    private const string FocusProblem = """
        () => {
          const element = document.activeElement;
          if (!element || element === document.body) return null;
          const style = getComputedStyle(element);
          const name = element.outerHTML.slice(0, 90);
          // A search field and its button share the ring of their frame, as an editor and its tools do.
          const ringed = [element, element.parentElement, element.closest('.editor') ?? element].some(e => {
            const drawn = getComputedStyle(e);
            return drawn.outlineStyle !== 'none' && parseFloat(drawn.outlineWidth) >= 2;
          }) || style.boxShadow !== 'none';
          if (!ringed) return `no visible focus: ${name}`;
          const box = element.getClientRects()[0];
          if (!box || box.width < 2 || box.height < 2) return `focus on something invisible: ${name}`;
          if (box.bottom < 0 || box.top > innerHeight) return `focus out of the window: ${name}`;
          const y = Math.min(Math.max(box.top + box.height / 2, 1), innerHeight - 2);
          const above = document.elementFromPoint(box.left + box.width / 2, y);
          return above && (element.contains(above) || above.contains(element) || element.labels && [...element.labels].some(l => l.contains(above)))
            ? null
            : `focus covered by ${above?.outerHTML.slice(0, 60)}: ${name}`;
        }
        """;

    [Fact]
    public async Task A_resident_files_a_request_without_a_mouse()
    {
        var procedure = await live.Communes.AnOpenProcedureAsync(SaasHost.Claret, "Démarche au clavier");
        await using var resident = await live.VisitAsync(SaasHost.Claret, LiveHost.Phone);
        await resident.OpenAsync("/demarches");

        await ReachAsync(resident, resident.Page.GetByRole(AriaRole.Link, new() { Name = procedure.Title }));
        await resident.Page.Keyboard.PressAsync("Enter");
        await resident.SeesTitleAsync(procedure.Title);
        await TypeAsync(resident, "Votre nom", "Ana Roux");
        await TypeAsync(resident, "Votre demande", "Au clavier seulement.");
        await ReachAsync(resident, resident.Field("Tous les jours"));
        await resident.Page.Keyboard.PressAsync("Space");
        await TypeAsync(resident, "À partir du", "31/02/2027");
        await ReachAsync(resident, resident.Field("Justificatif"));
        var chooser = await resident.Page.RunAndWaitForFileChooserAsync(() => resident.Page.Keyboard.PressAsync("Space"));
        await chooser.SetFilesAsync(Visitor.File("attestation.pdf"));
        await ReachAsync(resident, resident.Button("Envoyer ma demande"));
        await resident.Page.Keyboard.PressAsync("Enter");

        await Expect(resident.Page.Locator(".error-summary")).ToBeFocusedAsync();
        await resident.Page.Keyboard.PressAsync("Tab");
        await Expect(resident.Page.Locator(".error-summary a").First).ToBeFocusedAsync();
        await resident.Page.Keyboard.PressAsync("Enter");
        await Expect(resident.Field("À partir du")).ToBeFocusedAsync();
        await resident.Page.Keyboard.PressAsync("Control+A");
        await resident.Page.Keyboard.TypeAsync("28/02/2027");
        await ReachAsync(resident, resident.Button("Envoyer ma demande"));
        await resident.Page.Keyboard.PressAsync("Enter");

        await resident.ReadReceiptAsync();
        await resident.SeesAsync("attestation.pdf");
        Assert.Empty(resident.Complaints);
    }

    [Theory]
    [InlineData(LiveHost.Phone)]
    [InlineData(LiveHost.Office)]
    public async Task A_secretary_composes_publishes_reads_answers_and_closes_without_a_mouse(int width)
    {
        const string Recipient = "accueil@mairie.test";
        var title = $"Démarche de clavier ({width})";
        await using var secretary = await live.VisitAsync(SaasHost.Claret, width);
        await using var resident = await live.VisitAsync(SaasHost.Claret, LiveHost.Phone);

        await secretary.OpenAsync("/gestion/connexion");
        await TypeAsync(secretary, "Adresse e-mail", SaasHost.EmailOf(SaasHost.Claret, Role.Administrator));
        await TypeAsync(secretary, "Mot de passe", SaasHost.Password);
        await secretary.Page.Keyboard.PressAsync("Enter");
        await Expect(secretary.Page.Locator("form[action$='/deconnexion']")).ToBeAttachedAsync();

        await secretary.OpenAsync("/gestion/demarches/nouvelle");
        await TypeAsync(secretary, "Titre de la démarche", title);
        await secretary.Page.Keyboard.PressAsync("Enter");
        await secretary.SeesTitleAsync(title);
        await ReachAsync(secretary, secretary.Field("À ajouter"));
        await secretary.Page.Keyboard.TypeAsync("Texte court");
        await PressAsync(secretary, "Ajouter");
        await secretary.SeesTitleAsync("Nouvelle question");
        await ReachAsync(secretary, secretary.Page.GetByLabel("Question", new() { Exact = true }));
        await secretary.Page.Keyboard.TypeAsync("Votre nom");
        await PressAsync(secretary, "Enregistrer la question");
        await secretary.SeesTitleAsync(title);
        await TypeAsync(secretary, "Qui reçoit les demandes", Recipient);
        await PressAsync(secretary, "Enregistrer");
        await secretary.SeesAsync("Enregistré à");
        await ReachAsync(secretary, secretary.Main.GetByRole(AriaRole.Link, new() { Name = "Publier…", Exact = true }));
        await secretary.Page.Keyboard.PressAsync("Enter");
        await PressAsync(secretary, "Publier");
        await secretary.SeesAsync("La démarche est publiée");

        await resident.OpenAsync("/demarches");
        await resident.FollowAsync(title);
        await resident.Field("Votre nom").FillAsync("Zoé Martin");
        await resident.PressAsync("Envoyer ma demande");
        var filed = await resident.ReadReceiptAsync();

        await secretary.OpenAsync($"/gestion/demandes?etat=toutes&q={filed.Reference}");
        await ReachAsync(secretary, secretary.Main.GetByRole(AriaRole.Link, new() { Name = filed.Reference, Exact = true }));
        await secretary.Page.Keyboard.PressAsync("Enter");
        await secretary.SeesAsync("Zoé Martin");
        await TypeAsync(secretary, "Votre réponse", "C’est noté.");
        await ReachAsync(secretary, secretary.Main.GetByRole(AriaRole.Button, new() { NameRegex = new("^(Envoyer|Enregistrer) la réponse$") }));
        await secretary.Page.Keyboard.PressAsync("Enter");
        await secretary.SeesAsync("C’est noté.");
        await ReachAsync(secretary, secretary.Main.GetByRole(AriaRole.Link, new() { Name = "Clore…", Exact = true }));
        await secretary.Page.Keyboard.PressAsync("Enter");
        await ReachAsync(secretary, secretary.Page.GetByRole(AriaRole.Radio).First);
        await secretary.Page.Keyboard.PressAsync("Space");
        await PressAsync(secretary, "Clore la demande");
        await secretary.SeesAsync("Rouvrir…");
        Assert.Empty(secretary.Complaints);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/demarches")]
    [InlineData("/gestion/connexion")]
    public async Task The_first_link_leads_past_the_menu(string address)
    {
        await using var resident = await live.VisitAsync(SaasHost.Claret);
        await resident.OpenAsync(address);

        await resident.Page.Keyboard.PressAsync("Tab");
        await Expect(resident.Page.Locator(":focus")).ToHaveTextAsync("Aller au contenu");
        Assert.Null(await resident.Page.EvaluateAsync<string?>(FocusProblem));
        await resident.Page.Keyboard.PressAsync("Enter");
        await resident.Page.Keyboard.PressAsync("Tab");

        Assert.True(await resident.Page.EvaluateAsync<bool>("() => document.activeElement.closest('main') !== null"));
    }

    private static async Task PressAsync(Visitor visitor, string button)
    {
        await ReachAsync(visitor, visitor.Button(button));
        await visitor.Page.Keyboard.PressAsync("Enter");
    }

    private static async Task TypeAsync(Visitor visitor, string label, string text)
    {
        await ReachAsync(visitor, visitor.Field(label));
        await visitor.Page.Keyboard.TypeAsync(text);
    }

    /// <summary>Presses Tab until there; every stop on the way must be seen.</summary>
    private static async Task ReachAsync(Visitor visitor, ILocator target)
    {
        for (var pressed = 0; pressed < 60; pressed++)
        {
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                return;
            }

            await visitor.Page.Keyboard.PressAsync("Tab");
            Assert.Null(await visitor.Page.EvaluateAsync<string?>(FocusProblem));
        }

        Assert.Fail($"Sixty presses of Tab did not reach {target}.");
    }
}
