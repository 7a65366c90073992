using System.Globalization;
using System.Text.RegularExpressions;

namespace Saas.Shell.Web;

/// <summary>
/// Where a file of the media library is read: <c>/medias/{id}/960.webp</c>. A path, so that no text can show another host's; what stands
/// there never changes.
/// </summary>
/// <param name="Id">The media, of this commune or none.</param>
/// <param name="File">One of its files.</param>
public sealed partial record MediaAddress(Guid Id, string File)
{
    /// <summary>How wide a picture stands in a text.</summary>
    public const string SizesInText = "(min-width: 48rem) 44rem, 100vw";

    private const int MostCandidates = 5;

    /// <summary>With which every address of a media begins, « /medias/{id}/ ».</summary>
    public static string FolderOf(Guid id) => $"/medias/{id:D}/";

    /// <summary>Null when it is no such address.</summary>
    public static MediaAddress? Of(string? address) =>
        Pattern().Match(address ?? "") is { Success: true } found && Guid.TryParseExact(found.Groups[1].Value, "D", out var id) ? new MediaAddress(id, found.Groups[2].Value) : null;

    /// <summary>Null when it is no picture's.</summary>
    public static MediaAddress? OfPicture(string? address) => Of(address) is { IsPicture: true } picture ? picture : null;

    public override string ToString() => FolderOf(Id) + File;

    private bool IsPicture => PictureName().IsMatch(File);

    /// <summary>What is written of other sizes of the same picture; null when anything else is.</summary>
    internal string? SourceSet(string? written)
    {
        var candidates = (written ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return candidates.Length is > 0 and <= MostCandidates && candidates.All(IsOfSamePicture) ? string.Join(", ", candidates) : null;
    }

    private bool IsOfSamePicture(string candidate) =>
        candidate.Split(' ') is [var address, [.. var width, 'w']]
        && int.TryParse(width, NumberStyles.None, CultureInfo.InvariantCulture, out _)
        && OfPicture(address)?.Id == Id;

    [GeneratedRegex(@"^/medias/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/([a-z0-9][a-z0-9-]*\.[a-z0-9]{2,5})\z")]
    private static partial Regex Pattern();

    [GeneratedRegex(@"^[0-9]{1,5}\.webp\z")]
    private static partial Regex PictureName();
}
