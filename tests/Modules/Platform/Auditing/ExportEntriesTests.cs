using System.Net;

namespace Saas.Modules.Platform.Tests.Auditing;

public sealed class ExportEntriesTests(SaasHost host) : IClassFixture<SaasHost>
{
    private const string Address = "/console/journal/exporter";

    [Fact]
    public async Task The_file_names_the_site_holds_what_was_asked_for_and_the_export_is_in_the_trail()
    {
        var id = await Given.CommuneAsync(host, "34025");
        var operatorOfPlatform = host.VisitPlatform(signedIn: true);
        await operatorOfPlatform.SubmitAsync($"/console/sites/{id}/reglages", "Enregistrer", ("Theme", "bourg"));

        var file = await operatorOfPlatform.SubmitAsync($"{Address}?site={id}", "Télécharger");

        var lines = (await file.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.EndsWith(";Site", lines[0], StringComparison.Ordinal);
        Assert.All(lines[1..], line => Assert.EndsWith(host.Tenant("34025").Name, line, StringComparison.Ordinal));
        Assert.Contains("a exporté le journal (un seul site)", await operatorOfPlatform.GetStringAsync("/console/journal?sorte=Exports"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_exports_nothing() =>
        Assert.Equal(HttpStatusCode.SeeOther, await Given.StatusAsync(host.VisitPlatform(), Address));
}
