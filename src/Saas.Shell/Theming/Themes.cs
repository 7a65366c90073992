using System.Text.Json;

namespace Saas.Shell.Theming;

/// <summary>The themes a commune may choose, as their theme.json describes them.</summary>
public static class Themes
{
    public static IReadOnlyList<Theme> All { get; } =
    [
        .. typeof(Themes).Assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith("theme.json", StringComparison.Ordinal))
            .Select(Read)
            .Where(theme => theme.Name != "base")
            .OrderBy(theme => theme.Name != Provisioning.CommuneFounding.FirstTheme)
            .ThenBy(theme => theme.Name, StringComparer.Ordinal),
    ];

    private static Theme Read(string resource)
    {
        using var content = typeof(Themes).Assembly.GetManifestResourceStream(resource)!;
        return JsonSerializer.Deserialize<Theme>(content, JsonSerializerOptions.Web)!;
    }
}

/// <param name="Name">Its folder in themes/.</param>
public sealed record Theme(string Name, string Title, string Description);
