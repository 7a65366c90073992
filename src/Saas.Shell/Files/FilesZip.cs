using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Saas.Shell.Web;

namespace Saas.Shell.Files;

/// <summary>
/// Stored files in one archive. One that cannot be served is not silently left out: a text of the archive names it
/// and says why.
/// </summary>
/// <param name="name">Of the archive.</param>
/// <param name="wanted">Identifiers, and names as their senders gave them.</param>
public sealed class FilesZip(IFileStore files, string name, IReadOnlyList<(Guid Id, string Name)> wanted) : IActionResult
{
    public const string LeftOut = "Fichiers absents.txt";

    public Task ExecuteResultAsync(ActionContext context) => MadeFile.SendAsync(context, name, "application/zip", WriteAsync);

    private async Task WriteAsync(Stream zip, CancellationToken cancel)
    {
        await using var archive = await ZipArchive.CreateAsync(zip, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, cancel);
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { LeftOut };
        var absent = new StringBuilder();
        foreach (var (id, sent) in wanted)
        {
            var opened = await files.OpenAsync(id, cancel);
            if (opened?.Content is not { } content)
            {
                absent.Append(FileNames.Shown(sent)).Append("\u00a0: ").Append(opened?.Refusal ?? "il n’est plus conservé.").Append("\r\n");
                continue;
            }

            await using (content)
            {
                await using var entry = await archive.CreateEntry(Free(FileNames.Shown(sent), taken), CompressionLevel.Fastest).OpenAsync(cancel);
                await content.CopyToAsync(entry, cancel);
            }
        }

        if (absent.Length > 0)
        {
            await using var entry = await archive.CreateEntry(LeftOut).OpenAsync(cancel);
            await entry.WriteAsync(Encoding.UTF8.GetBytes(absent.ToString()), cancel);
        }
    }

    /// <summary>Two photographs of the same name are two entries: « photo.jpg », « photo (2).jpg ».</summary>
    private static string Free(string name, HashSet<string> taken)
    {
        var free = name;
        for (var number = 2; !taken.Add(free); number++)
        {
            free = $"{Path.GetFileNameWithoutExtension(name)} ({number}){Path.GetExtension(name)}";
        }

        return free;
    }
}
