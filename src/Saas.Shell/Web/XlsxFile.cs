using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.AspNetCore.Mvc;

namespace Saas.Shell.Web;

/// <summary>
/// A table as a workbook (ECMA-376), row by row. Every cell is a text, so that nothing a resident wrote is ever taken for a formula.
/// </summary>
public sealed class XlsxFile(string name, IReadOnlyList<string> titles, IAsyncEnumerable<IReadOnlyList<string>> rows) : IActionResult
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>What a cell may hold.</summary>
    private const int LongestText = 32_767;

    public Task ExecuteResultAsync(ActionContext context) => MadeFile.SendAsync(context, name, ContentType, WriteAsync);

    private async Task WriteAsync(Stream file, CancellationToken cancel)
    {
        using var workbook = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook);
        var book = workbook.AddWorkbookPart();
        var sheet = book.AddNewPart<WorksheetPart>();
        using (var writer = OpenXmlWriter.Create(sheet))
        {
            writer.WriteStartElement(new Worksheet());
            writer.WriteElement(new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }));
            writer.WriteStartElement(new SheetData());
            Write(writer, titles);
            await foreach (var row in rows.WithCancellation(cancel))
            {
                Write(writer, row);
            }

            writer.WriteEndElement();
            writer.WriteEndElement();
        }

        book.Workbook = new Workbook(new Sheets(new Sheet { Id = book.GetIdOfPart(sheet), SheetId = 1, Name = "Liste" }));
    }

    private static void Write(OpenXmlWriter writer, IReadOnlyList<string> cells)
    {
        writer.WriteStartElement(new Row());
        foreach (var cell in cells)
        {
            writer.WriteElement(new Cell { DataType = CellValues.InlineString, InlineString = new InlineString(new Text(Clean(cell)) { Space = SpaceProcessingModeValues.Preserve }) });
        }

        writer.WriteEndElement();
    }

    /// <summary>XML 1.0 has no other control characters than these three.</summary>
    private static string Clean(string text)
    {
        var kept = text.Length > LongestText ? text[..LongestText] : text;
        return kept.Any(IsForbidden) ? string.Concat(kept.Where(letter => !IsForbidden(letter))) : kept;
    }

    private static bool IsForbidden(char letter) => letter is '\uFFFE' or '\uFFFF' || (char.IsControl(letter) && letter is not ('\t' or '\n' or '\r'));
}
