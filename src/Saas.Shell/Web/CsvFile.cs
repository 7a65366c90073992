using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Saas.Shell.Web;

/// <summary>
/// A table for the spreadsheets of town halls, row by row: UTF-8 with its mark and semicolons, which is what French ones open. A text that
/// begins like a formula is preceded by an apostrophe, so that it stays a text.
/// </summary>
public sealed class CsvFile(string name, IReadOnlyList<string> titles, IAsyncEnumerable<IReadOnlyList<string>> rows) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var answer = context.HttpContext.Response;
        answer.ContentType = "text/csv; charset=utf-8";
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(name);
        answer.Headers.ContentDisposition = disposition.ToString();
        answer.Headers.CacheControl = "no-store";

        // Lines end as RFC 4180 has them.
        await using var writer = new StreamWriter(answer.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), bufferSize: 16 * 1024, leaveOpen: true);
        writer.NewLine = "\r\n";
        await writer.WriteLineAsync(Line(titles));
        await foreach (var row in rows.WithCancellation(context.HttpContext.RequestAborted))
        {
            await writer.WriteLineAsync(Line(row));
        }
    }

    private static string Line(IEnumerable<string> cells) => string.Join(';', cells.Select(Cell));

    private static string Cell(string text)
    {
        var harmless = text.TrimStart() is ['=' or '+' or '-' or '@', ..] || text is ['\t' or '\r' or '\n', ..] ? "'" + text : text;
        return harmless.AsSpan().IndexOfAny(";\"\r\n") < 0 && harmless == harmless.Trim() ? harmless : $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
