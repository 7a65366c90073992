using System.IO.Compression;
using System.Text;

namespace Saas.Shell.Files;

/// <summary>Looks into the archive that an office document is: a program renamed « .docx » is an archive too.</summary>
public static class OfficeFile
{
    /// <summary>More than any document has, and few enough to be read through.</summary>
    private const int MostEntries = 20_000;

    private const int LongestType = 100;

    /// <summary>Where the parts of a document of Microsoft lie, by type.</summary>
    private static readonly Dictionary<string, string> Folders = new(StringComparer.Ordinal)
    {
        [ContentTypes.Word] = "word/",
        [ContentTypes.Excel] = "xl/",
        [ContentTypes.PowerPoint] = "ppt/",
    };

    private static readonly string[] Open = [ContentTypes.OpenText, ContentTypes.OpenSheet, ContentTypes.OpenSlides];

    /// <summary>True for what is no office document: other types are told from their first bytes.</summary>
    public static async Task<bool> IsGenuineAsync(Stream content, string contentType, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (!Folders.ContainsKey(contentType) && !Open.Contains(contentType))
        {
            return true;
        }

        content.Position = 0;
        try
        {
            await using var archive = await ZipArchive.CreateAsync(content, ZipArchiveMode.Read, leaveOpen: true, Encoding.UTF8, cancel);
            return archive.Entries.Count <= MostEntries && (Folders.TryGetValue(contentType, out var folder)
                ? archive.GetEntry("[Content_Types].xml") is not null && archive.Entries.Any(entry => entry.FullName.StartsWith(folder, StringComparison.Ordinal)) && !HoldsMacros(archive)
                : await TypeWrittenAsync(archive, cancel) == contentType);
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    /// <summary>A document with macros has another ending: with this one it is disguised.</summary>
    private static bool HoldsMacros(ZipArchive archive) => archive.Entries.Any(entry => entry.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase));

    /// <summary>OpenDocument says what it is in an entry of its own.</summary>
    private static async Task<string?> TypeWrittenAsync(ZipArchive archive, CancellationToken cancel)
    {
        if (archive.GetEntry("mimetype") is not { Length: <= LongestType } entry)
        {
            return null;
        }

        await using var content = await entry.OpenAsync(cancel);
        using var reader = new StreamReader(content, Encoding.ASCII);
        return (await reader.ReadToEndAsync(cancel)).Trim();
    }
}
