using Saas.Shell.Web;

namespace Saas.Modules.Site.Model;

/// <summary>A picture of the library as pages show it, in the widths it is kept in.</summary>
/// <param name="Width">Of its largest file.</param>
internal sealed record Illustration(Guid Id, string Alternative, FocalPoint Focus, int Width, int Height)
{
    /// <summary>A telephone, a tablet or a card, a screen.</summary>
    public static IReadOnlyList<int> Widths { get; } = [480, 960, 1600];

    public string Address => AddressOf(Math.Min(Width, Widths[1]));

    public string Thumbnail => AddressOf(Math.Min(Width, Widths[0]));

    public string SourceSet => string.Join(", ", Kept(Width).Select(width => $"{AddressOf(width)} {width}w"));

    /// <summary>Those that a picture is kept in: none wider than it came.</summary>
    public static IEnumerable<int> Kept(int width) => Widths.Where(known => known < width).Append(width);

    public static string FileOf(int width) => $"{width}.webp";

    private string AddressOf(int width) => MediaAddress.FolderOf(Id) + FileOf(width);
}
