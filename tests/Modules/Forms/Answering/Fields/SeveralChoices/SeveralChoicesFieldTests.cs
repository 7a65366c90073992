using Saas.Modules.Forms.Answering.Fields;
using Saas.Modules.Forms.Model;

namespace Saas.Modules.Forms.Tests.Answering.Fields.SeveralChoices;

public sealed class SeveralChoicesFieldTests(SaasHost host) : IClassFixture<SaasHost>
{
    private static readonly Question Days = new() { Id = "jours", Label = "Jours de cantine", Kind = "SeveralChoices", Options = ["Lundi", "Mardi", "Jeudi"] };

    [Fact]
    public void Ticked_lines_are_kept_apart_and_shown_together() =>
        Assert.Equal("Lundi ; Jeudi", new SeveralChoicesField().Show(Days, new SeveralChoicesField().Read(new(["", "Lundi", "Jeudi"]))).Replace('\u00a0', ' '));

    [Fact]
    public void Only_what_is_proposed_can_be_ticked() =>
        Assert.NotNull(new SeveralChoicesField().Refuse(Days, "Lundi\nDimanche", Given.Today));

    [Fact]
    public async Task What_is_no_longer_ticked_is_forgotten()
    {
        var form = await host.OpenAsync(SaasHost.Claret, Days, Given.Name);
        var browser = host.Visit(SaasHost.Claret);
        await browser.SubmitAsync($"/demarches/{form.Slug}", "Enregistrer le brouillon", ("q_jours", "Mardi"), ("q_nom", "Léa"));
        var page = await browser.OpenAsync($"/demarches/{form.Slug}");
        var ticked = page.QuerySelectorAll("input[checked]").Select(box => box.GetAttribute("value")).ToList();

        page.QuerySelector("input[checked]")!.RemoveAttribute("checked");
        ((AngleSharp.Html.Dom.IHtmlInputElement)page.QuerySelector("input[value=Mardi]")!).IsChecked = false;
        await browser.SubmitAsync(page, $"/demarches/{form.Slug}", "Enregistrer le brouillon");

        Assert.Equal(["Mardi"], ticked);
        Assert.Equal("", Assert.Single(await host.DraftsAsync(SaasHost.Claret, form.Id)).Answers["jours"]);
    }
}
