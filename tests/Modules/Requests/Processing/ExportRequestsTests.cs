using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Saas.Shell.Identity;

namespace Saas.Modules.Requests.Tests.Processing;

public sealed class ExportRequestsTests(SaasHost host) : IClassFixture<SaasHost>
{
    [Fact]
    public async Task The_answers_of_one_procedure_are_columns_and_nothing_becomes_a_formula()
    {
        var procedure = $"Démarche {Guid.NewGuid():N}";
        var filed = await host.FileAsync(SaasHost.Claret, Given.ARequest(procedure: procedure, sender: "=1+1"));
        var staff = host.Visit(SaasHost.Claret, Role.Elected);
        var address = $"/gestion/demandes/exporter?etat=toutes&demarche={Uri.EscapeDataString(procedure)}";

        var csv = await (await staff.SubmitAsync(address, "Télécharger en CSV")).Content.ReadAsStringAsync();
        using var bytes = new MemoryStream(await (await staff.SubmitAsync(address, "Télécharger pour Excel")).Content.ReadAsByteArrayAsync());

        Assert.Contains("Date souhaitée;Motif", csv, StringComparison.Ordinal);
        Assert.Contains("'=1+1", csv, StringComparison.Ordinal);
        Assert.Contains("samedi 12 décembre 2026", csv, StringComparison.Ordinal);
        using var workbook = SpreadsheetDocument.Open(bytes, isEditable: false);
        var rows = workbook.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Row>().Select(row => row.Elements<Cell>().ToList()).ToList();
        Assert.Equal(2, rows.Count);
        Assert.Equal((filed.Reference, "=1+1"), (rows[1][0].InnerText, rows[1][2].InnerText));
        Assert.All(rows[1], cell => Assert.Null(cell.CellFormula));
    }

    [Fact]
    public async Task The_file_holds_what_the_list_shows_and_the_trail_tells_of_it()
    {
        var procedure = $"Démarche {Guid.NewGuid():N}";
        for (var i = 0; i < 27; i++)
        {
            await host.FileAsync(SaasHost.Claret, Given.ARequest(procedure: procedure));
        }

        var theirs = await host.FileAsync(SaasHost.Matelles, Given.ARequest(procedure: procedure));
        var staff = host.Visit(SaasHost.Claret, Role.Administrator);

        var file = await staff.SubmitAsync($"/gestion/demandes/exporter?etat=toutes&demarche={Uri.EscapeDataString(procedure)}", "Télécharger en CSV");
        var text = Encoding.UTF8.GetString(await file.Content.ReadAsByteArrayAsync());

        Assert.Equal(27, text.Split("Léa Martin").Length - 1);
        Assert.DoesNotContain(theirs.Reference, text, StringComparison.Ordinal);
        Assert.Contains("a exporté 27", (await staff.GetStringAsync("/gestion/journal?sorte=Exports")).Replace('\u00a0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Labels_and_due_dates_come_along()
    {
        var procedure = $"Démarche {Guid.NewGuid():N}";
        var filed = await host.FileAsync(SaasHost.Claret, Given.ARequest(procedure: procedure));
        var label = await host.ALabelAsync(SaasHost.Claret);
        var staff = host.Visit(SaasHost.Claret, Role.Administrator);
        await staff.SubmitAsync($"{filed.Staff}/etiquettes", "Enregistrer les étiquettes", ("Chosen", $"{label.Id}"));
        await staff.SubmitAsync($"{filed.Staff}/echeance", "Enregistrer l’échéance", ("Échéance", $"{DateTime.UtcNow.AddDays(40):yyyy-MM-dd}"));

        var csv = await (await staff.SubmitAsync($"/gestion/demandes/exporter?etat=toutes&etiquette={label.Id}", "Télécharger en CSV")).Content.ReadAsStringAsync();

        Assert.Contains($";{DateTime.UtcNow.AddDays(40):dd/MM/yyyy};;{label.Name}", csv, StringComparison.Ordinal);
        Assert.Equal(2, csv.TrimEnd().Split('\n').Length);
    }
}
