using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Requests.Tests.Templates;

public sealed class EditTemplateTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string List = "/gestion/demandes/modeles";

    [Fact]
    public async Task Two_templates_do_not_share_a_title()
    {
        var title = ATitle();
        await WriteAsync(title, "Un texte.");
        var other = await WriteAsync(ATitle(), "Un autre texte.");

        var created = await Browser.ReadAsync(await Staff().SubmitAsync($"{List}/nouveau", "Enregistrer le modèle", ("Titre", title), ("Texte", "Encore un.")));
        var renamed = await Browser.ReadAsync(await Staff().SubmitAsync(other, "Enregistrer le modèle", ("Titre", title)));

        Assert.Contains("Un modèle porte déjà ce titre", created.QuerySelector("#Title-error")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Un modèle porte déjà ce titre", renamed.QuerySelector("#Title-error")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_colleague_changed_meanwhile_is_not_overwritten_unseen()
    {
        var template = await WriteAsync(ATitle(), "Un texte.");
        var staff = Staff();
        var opened = await staff.OpenAsync(template);
        await Staff().SubmitAsync(template, "Enregistrer le modèle", ("Texte", "Celui d’une collègue."));

        var late = await Browser.ReadAsync(await staff.SubmitAsync(opened, template, "Enregistrer le modèle", [("Texte", "Le mien.")]));
        var insisted = await staff.SubmitAsync(late, template, "Enregistrer le modèle");

        Assert.Contains("Quelqu’un a changé ce modèle", late.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(List, insisted.Headers.Location?.ToString());
        Assert.Equal("Le mien.", (await staff.OpenAsync(template)).QuerySelector("textarea")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_template_that_is_deleted_is_gone_even_when_the_button_is_pressed_twice()
    {
        var template = await WriteAsync(ATitle(), "Un texte.");
        var staff = Staff();
        var page = await staff.OpenAsync(template);

        var deleted = await staff.SubmitAsync(page, template, "Supprimer le modèle");
        var again = await staff.SubmitAsync(page, template, "Supprimer le modèle");

        Assert.Equal(List, deleted.Headers.Location?.ToString());
        Assert.Equal(List, again.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync(template)).StatusCode);
    }

    [Fact]
    public async Task The_neighbour_neither_sees_nor_uses_it()
    {
        var title = ATitle();
        var template = await WriteAsync(title, "Un texte d’ici.");
        var neighbour = host.Visit(SaasHost.Matelles, Role.Administrator);
        var filed = await host.FileAsync(SaasHost.Matelles);
        await neighbour.SubmitAsync($"{List}/nouveau", "Enregistrer le modèle", ("Titre", ATitle()), ("Texte", "Un texte de là-bas."));
        var page = await neighbour.OpenAsync(filed.Staff);

        var refused = await Browser.ReadAsync(await neighbour.SubmitAsync(page, filed.Staff, "Insérer", [("Modèle (facultatif)", template.Split('/')[^1])]));

        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync(template)).StatusCode);
        Assert.DoesNotContain(title, (await neighbour.OpenAsync(List)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Choisissez un modèle de la liste", refused.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("d’ici", refused.Body!.TextContent, StringComparison.Ordinal);
    }

    private static string ATitle() => $"Modèle {Guid.NewGuid():N}";

    private Browser Staff() => host.Visit(SaasHost.Claret, Role.Secretary);

    private async Task<string> WriteAsync(string title, string text)
    {
        var staff = Staff();
        var list = await staff.FollowAsync(await staff.SubmitAsync($"{List}/nouveau", "Enregistrer le modèle", ("Titre", title), ("Texte", text)));
        return list.QuerySelectorAll("tbody a").Single(link => link.TextContent == title).GetAttribute("href")!;
    }
}
