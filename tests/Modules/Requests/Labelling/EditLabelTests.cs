using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Requests.Tests.Labelling;

public sealed class EditLabelTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string List = "/gestion/demandes/etiquettes";

    [Fact]
    public async Task A_label_that_is_renamed_is_renamed_wherever_it_is_and_two_do_not_share_a_name()
    {
        var label = await host.ALabelAsync(SaasHost.Claret);
        var other = await host.ALabelAsync(SaasHost.Claret);
        var filed = await host.FileAsync(SaasHost.Claret);
        await Staff().SubmitAsync($"{filed.Staff}/etiquettes", "Enregistrer les étiquettes", ("Chosen", $"{label.Id}"));

        var taken = await Browser.ReadAsync(await Staff().SubmitAsync($"{List}/{label.Id}", "Enregistrer l’étiquette", ("Nom", other.Name)));
        await Staff().SubmitAsync($"{List}/{label.Id}", "Enregistrer l’étiquette", ("Nom", $"{label.Name} <b>"));

        Assert.Contains("Une étiquette porte déjà ce nom", taken.QuerySelector("#Name-error")!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"{label.Name} <b>", (await Staff().OpenAsync(filed.Staff)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_label_that_is_deleted_leaves_the_requests_where_they_are_even_pressed_twice()
    {
        var label = await host.ALabelAsync(SaasHost.Claret);
        var filed = await host.FileAsync(SaasHost.Claret);
        var staff = Staff();
        await staff.SubmitAsync($"{filed.Staff}/etiquettes", "Enregistrer les étiquettes", ("Chosen", $"{label.Id}"));
        var page = await staff.OpenAsync($"{List}/{label.Id}");

        await staff.SubmitAsync(page, $"{List}/{label.Id}", "Supprimer l’étiquette");
        var again = await staff.SubmitAsync(page, $"{List}/{label.Id}", "Supprimer l’étiquette");

        Assert.Equal(List, again.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync($"{List}/{label.Id}")).StatusCode);
        Assert.DoesNotContain(label.Name, (await staff.OpenAsync(filed.Staff)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_colleague_changed_meanwhile_is_not_overwritten_unseen()
    {
        var label = await host.ALabelAsync(SaasHost.Claret);
        var staff = Staff();
        var page = await staff.OpenAsync($"{List}/{label.Id}");
        await Staff().SubmitAsync($"{List}/{label.Id}", "Enregistrer l’étiquette", ("Colour", "Green"));

        var late = await Browser.ReadAsync(await staff.SubmitAsync(page, $"{List}/{label.Id}", "Enregistrer l’étiquette", [("Colour", "Red")]));

        Assert.Contains("Quelqu’un a changé cette étiquette", late.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_label_of_another_commune_does_not_exist()
    {
        var theirs = await host.ALabelAsync(SaasHost.Matelles);

        Assert.Equal(HttpStatusCode.NotFound, (await Staff().GetAsync($"{List}/{theirs.Id}")).StatusCode);
        Assert.DoesNotContain(theirs.Name, (await Staff().OpenAsync(List)).Body!.TextContent, StringComparison.Ordinal);
    }

    private Browser Staff() => host.Visit(SaasHost.Claret, Role.Secretary);
}
