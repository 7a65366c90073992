using System.Net;
using Saas.Shell.Identity;

namespace Saas.Modules.Accounts.Tests.Auditing;

public sealed class ExportEntriesTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task The_file_holds_what_was_asked_for_and_the_export_is_in_the_trail()
    {
        await Given.AnEntryAsync(host, SaasHost.Claret, "Export Un", "a publié la page « Plan ; accès »");
        await Given.AnEntryAsync(host, SaasHost.Claret, "Export Deux", "a fait autre chose");
        var administrator = host.Visit(SaasHost.Claret, Role.Administrator);

        var file = await administrator.SubmitAsync("/gestion/journal/exporter?qui=Export+Un", "Télécharger");

        var bytes = await file.Content.ReadAsByteArrayAsync();
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var lines = System.Text.Encoding.UTF8.GetString(bytes).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.Contains("Export Un;\"a publié la page « Plan ; accès »\"", lines[1], StringComparison.Ordinal);
        Assert.Equal("text/csv", file.Content.Headers.ContentType!.MediaType);
        Assert.Contains("a exporté le journal (Export Un)", await administrator.GetStringAsync("/gestion/journal?sorte=Exports"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://mauvais.test\")")]
    [InlineData("+33 1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData(" =1+1")]
    public async Task A_text_that_looks_like_a_formula_stays_a_text(string name)
    {
        await Given.AnEntryAsync(host, SaasHost.Claret, name, "a fait ceci");

        var file = await host.Visit(SaasHost.Claret, Role.Administrator).SubmitAsync($"/gestion/journal/exporter?qui={Uri.EscapeDataString(name)}", "Télécharger");

        Assert.Contains("'" + name.Replace("\"", "\"\"", StringComparison.Ordinal), await file.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_trail_of_another_commune_is_not_in_the_file()
    {
        await Given.AnEntryAsync(host, SaasHost.Matelles, "Voisine Exportée", "a fait ceci");
        await Given.AnEntryAsync(host, SaasHost.Claret, "Export D’ici", "a fait ceci");

        var file = await host.Visit(SaasHost.Claret, Role.Administrator).SubmitAsync("/gestion/journal/exporter", "Télécharger");

        Assert.DoesNotContain("Voisine Exportée", await file.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_exports_it()
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await host.Visit(SaasHost.Claret, Role.Secretary).GetAsync("/gestion/journal/exporter")).StatusCode);
    }
}
