using Saas.Shell.Files;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Model;

/// <summary>A picture or a document of the commune's library. What was sent is never changed: only what is said of it.</summary>
internal sealed class Media : ITenantOwned, IShownToVisitors
{
    public const int LongestName = 120;

    /// <summary>Read aloud in one breath.</summary>
    public const int LongestAlternative = 250;

    private readonly List<MediaFile> _files = [];

    public Media(Guid id, string name, string contentType, string checksum, string mainFile, long bytes, string? addedBy, DateTimeOffset addedAt)
    {
        Id = id;
        Name = name;
        ContentType = contentType;
        Checksum = checksum;
        MainFile = mainFile;
        Bytes = bytes;
        AddedBy = addedBy;
        AddedAt = addedAt;
    }

    public Guid Id { get; private set; }

    public Guid TenantId { get; private set; }

    /// <summary>As its sender called it, until staff call it otherwise.</summary>
    public string Name { get; private set; }

    /// <summary>Of what visitors are sent: a picture is a WebP, whatever it came as.</summary>
    public string ContentType { get; private set; }

    /// <summary>SHA-256 of what was sent, hexadecimal: the same file sent again is the same media.</summary>
    public string Checksum { get; private set; }

    /// <summary>Its largest file, in addresses.</summary>
    public string MainFile { get; private set; }

    /// <summary>All its files together.</summary>
    public long Bytes { get; private set; }

    /// <summary>Of the largest file, in pixels; 0 for a document.</summary>
    public int Width { get; private set; }

    public int Height { get; private set; }

    /// <summary>What a picture shows, for who does not see it; empty when it only decorates, null as long as nobody has said.</summary>
    public string? Alternative { get; private set; }

    /// <summary>What stays in sight where a picture is cut.</summary>
    public FocalPoint Focus { get; private set; } = FocalPoint.Center;

    public string? AddedBy { get; private set; }

    public DateTimeOffset AddedAt { get; private set; }

    /// <summary>In the bin since.</summary>
    public DateTimeOffset? DeletedAt { get; private set; }

    public IReadOnlyList<MediaFile> Files => _files;

    public bool IsPicture => Width > 0;

    /// <summary>A picture may be shown once it has been described.</summary>
    public bool IsDescribed => !IsPicture || Alternative is not null;

    public string Address => MediaAddress.FolderOf(Id) + MainFile;

    public string StaffAddress => $"/gestion/site/medias/{Id}";

    /// <summary>« PDF, 240 ko ».</summary>
    public string TypeAndSize => $"{ContentTypes.Title(ContentType)}, {French.Size(Bytes)}";

    public Illustration Shown => new(Id, Alternative ?? "", Focus, Width, Height);

    public void Hold(Guid file, string name) => _files.Add(new MediaFile(file, name));

    public void Measure(PictureSize size) => (Width, Height) = (size.Width, size.Height);

    public void Rename(string name) => Name = name;

    public void Describe(string alternative) => Alternative = alternative;

    public void FocusOn(FocalPoint focus) => Focus = focus;

    public void ThrowAway(DateTimeOffset now) => DeletedAt ??= now;

    public void TakeOutOfBin() => DeletedAt = null;
}

/// <summary>What of a picture stays in sight where it is cut. Stored by name.</summary>
internal enum FocalPoint
{
    TopLeft,
    Top,
    TopRight,
    Left,
    Center,
    Right,
    BottomLeft,
    Bottom,
    BottomRight,
}

internal static class FocalPoints
{
    /// <summary>Row by row.</summary>
    public static IReadOnlyList<FocalPoint> All { get; } = Enum.GetValues<FocalPoint>();

    public static string Title(this FocalPoint focus) => focus switch
    {
        FocalPoint.TopLeft => "En haut à gauche",
        FocalPoint.Top => "En haut au milieu",
        FocalPoint.TopRight => "En haut à droite",
        FocalPoint.Left => "À gauche",
        FocalPoint.Right => "À droite",
        FocalPoint.BottomLeft => "En bas à gauche",
        FocalPoint.Bottom => "En bas au milieu",
        FocalPoint.BottomRight => "En bas à droite",
        _ => "Au centre",
    };

    /// <summary>In stylesheets.</summary>
    public static string CssClass(this FocalPoint focus) => focus switch
    {
        FocalPoint.TopLeft => "focus-top focus-left",
        FocalPoint.Top => "focus-top",
        FocalPoint.TopRight => "focus-top focus-right",
        FocalPoint.Left => "focus-left",
        FocalPoint.Right => "focus-right",
        FocalPoint.BottomLeft => "focus-bottom focus-left",
        FocalPoint.Bottom => "focus-bottom",
        FocalPoint.BottomRight => "focus-bottom focus-right",
        _ => "",
    };
}
