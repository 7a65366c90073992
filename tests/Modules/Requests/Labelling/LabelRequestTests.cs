using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Requests.Tests.Labelling;

public sealed class LabelRequestTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task Labels_are_put_on_and_taken_off_without_a_mail_and_with_an_entry_in_the_trail()
    {
        var email = Given.AnAddress();
        var filed = await host.FileAsync(SaasHost.Claret, Given.ARequest(email));
        var label = await host.ALabelAsync(SaasHost.Claret);
        var staff = Staff();

        await PutAsync(staff, filed, label.Id);
        var with = await staff.OpenAsync(filed.Staff);
        var mails = await host.MailsToAsync(SaasHost.Claret, email);
        await TakeOffAsync(staff, filed);

        Assert.Contains(label.Name, with.QuerySelector(".page-head")!.TextContent, StringComparison.Ordinal);
        Assert.Single(mails);
        Assert.DoesNotContain(label.Name, (await staff.OpenAsync(filed.Staff)).QuerySelector(".page-head")!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"a changé les étiquettes de la demande {filed.Reference}", await host.Visit(SaasHost.Claret, Role.Administrator).GetStringAsync("/gestion/journal?sorte=Requests"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_colleague_put_on_meanwhile_stays()
    {
        var filed = await host.FileAsync(SaasHost.Claret);
        var (mine, theirs) = (await host.ALabelAsync(SaasHost.Claret), await host.ALabelAsync(SaasHost.Claret));
        var staff = Staff();
        var page = await staff.OpenAsync($"{filed.Staff}/etiquettes");
        await PutAsync(Staff(), filed, theirs.Id);

        await staff.SubmitAsync(page, $"{filed.Staff}/etiquettes", "Enregistrer les étiquettes", [("Chosen", $"{mine.Id}")]);
        await staff.SubmitAsync(page, $"{filed.Staff}/etiquettes", "Enregistrer les étiquettes", [("Chosen", $"{mine.Id}")]);

        var head = (await staff.OpenAsync(filed.Staff)).QuerySelector(".page-head")!.TextContent;
        Assert.Contains(mine.Name, head, StringComparison.Ordinal);
        Assert.Contains(theirs.Name, head, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_the_request_nor_the_label_of_another_commune_exists()
    {
        var mine = await host.FileAsync(SaasHost.Claret);
        var theirs = await host.FileAsync(SaasHost.Matelles);
        await host.ALabelAsync(SaasHost.Claret);
        var label = await host.ALabelAsync(SaasHost.Matelles);

        await PutAsync(Staff(), mine, label.Id);

        Assert.Equal(HttpStatusCode.NotFound, (await Staff().GetAsync($"{theirs.Staff}/etiquettes")).StatusCode);
        Assert.DoesNotContain(label.Name, (await Staff().OpenAsync(mine.Staff)).Body!.TextContent, StringComparison.Ordinal);
    }

    private static Task PutAsync(Browser staff, Filed filed, Guid label) => staff.SubmitAsync($"{filed.Staff}/etiquettes", "Enregistrer les étiquettes", ("Chosen", $"{label}"));

    private static Task TakeOffAsync(Browser staff, Filed filed) => staff.SubmitAsync($"{filed.Staff}/etiquettes", "Enregistrer les étiquettes", ("Chosen", $"{Guid.Empty}"));

    private Browser Staff() => host.Visit(SaasHost.Claret, Role.Secretary);
}
