using Microsoft.Playwright;
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
          // A search field and its button share the ring of their frame.
          const ringed = [element, element.parentElement].some(e => {
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
