using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Saas.Modules.Requests.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;

namespace Saas.Modules.Requests.Tests.Labelling;

public sealed class CreateLabelTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string Address = "/gestion/demandes/etiquettes/nouvelle";

    [Fact]
    public async Task A_label_is_created_once_even_on_a_double_click()
    {
        var name = $"U {Guid.NewGuid():N}"[..20];
        var staff = Staff();
        var page = await staff.OpenAsync(Address);

        var answers = await Task.WhenAll(
            staff.SubmitAsync(page, Address, "Enregistrer l’étiquette", [("Nom", name), ("Colour", "Red")]),
            staff.SubmitAsync(page, Address, "Enregistrer l’étiquette", [("Nom", name), ("Colour", "Red")]));

        var label = await host.InAsync(SaasHost.Claret, services => services.GetRequiredService<SaasDbContext>().Labels.SingleAsync(known => known.Name == name));
        Assert.All(answers, answer => Assert.Equal("/gestion/demandes/etiquettes", answer.Headers.Location?.ToString()));
        Assert.Equal(LabelColour.Red, label.Colour);
    }

    [Theory]
    [InlineData("", "Red", "Donnez un nom")]
    [InlineData("Un nom beaucoup trop long pour une étiquette", "Red", "trop long")]
    [InlineData("Urgent", "Fuchsia", "")]
    [InlineData("Urgent", "17", "")]
    public async Task A_label_without_a_name_or_a_colour_of_ours_is_refused(string name, string colour, string words)
    {
        var answer = await Staff().SubmitAsync(Address, "Enregistrer l’étiquette", ("Nom", name), ("Colour", colour));

        var page = await Browser.ReadAsync(answer);
        Assert.Contains(words, page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(name, page.QuerySelector("#Name")!.GetAttribute("value") ?? "");
    }

    private Browser Staff() => host.Visit(SaasHost.Claret, Role.Agent);
}
