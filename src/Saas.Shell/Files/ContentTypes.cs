using System.Text;

namespace Saas.Shell.Files;

/// <summary>Finds what a file is from its first bytes; the name and the browser's word are not believed.</summary>
public static class ContentTypes
{
    public const string Pdf = "application/pdf";
    public const string Jpeg = "image/jpeg";
    public const string Png = "image/png";
    public const string WebP = "image/webp";
    public const string Heic = "image/heic";
    public const string Gif = "image/gif";
    public const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    public const string OpenText = "application/vnd.oasis.opendocument.text";
    public const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public const string OpenSheet = "application/vnd.oasis.opendocument.spreadsheet";
    public const string PowerPoint = "application/vnd.openxmlformats-officedocument.presentationml.presentation";
    public const string OpenSlides = "application/vnd.oasis.opendocument.presentation";

    /// <summary>Pictures that every browser shows, and that hold no script.</summary>
    public static IReadOnlyList<string> Pictures { get; } = [Png, Jpeg, WebP];

    /// <summary>Bytes needed to tell.</summary>
    public const int Needed = 64;

    /// <summary>Null when the content is none of the types known here.</summary>
    public static string? Find(ReadOnlySpan<byte> start, string name)
    {
        if (start.StartsWith("%PDF-"u8))
        {
            return Pdf;
        }

        if (start.StartsWith<byte>([0xff, 0xd8, 0xff]))
        {
            return Jpeg;
        }

        if (start.StartsWith<byte>([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a]))
        {
            return Png;
        }

        if (start.StartsWith("GIF87a"u8) || start.StartsWith("GIF89a"u8))
        {
            return Gif;
        }

        if (start.Length > 12 && start.StartsWith("RIFF"u8) && start[8..12].SequenceEqual("WEBP"u8))
        {
            return WebP;
        }

        if (start.Length > 12 && start[4..8].SequenceEqual("ftyp"u8) && Encoding.ASCII.GetString(start[8..12]) is "heic" or "heix" or "mif1")
        {
            return Heic;
        }

        // Office files are archives: within one, the name decides between two that are equally harmless here.
        if (start.StartsWith<byte>([(byte)'P', (byte)'K', 3, 4]))
        {
            return Path.GetExtension(name).ToUpperInvariant() switch
            {
                ".DOCX" => Word,
                ".ODT" => OpenText,
                ".XLSX" => Excel,
                ".ODS" => OpenSheet,
                ".PPTX" => PowerPoint,
                ".ODP" => OpenSlides,
                _ => null,
            };
        }

        return null;
    }

    /// <summary>« PDF », « JPEG », for the sentence that says what is accepted.</summary>
    public static string Title(string contentType) => contentType switch
    {
        Pdf => "PDF",
        Jpeg => "JPEG",
        Png => "PNG",
        WebP => "WebP",
        Heic => "HEIC",
        Gif => "GIF",
        Word => "Word",
        OpenText => "OpenDocument",
        Excel => "Excel",
        OpenSheet => "tableur OpenDocument",
        PowerPoint => "PowerPoint",
        OpenSlides => "diaporama OpenDocument",
        _ => contentType,
    };
}
