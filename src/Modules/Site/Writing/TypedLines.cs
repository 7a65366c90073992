namespace Saas.Modules.Site.Writing;

/// <summary>A text of several lines as it was typed, without the spaces that nobody sees.</summary>
internal static class TypedLines
{
    public static string Of(string? text) =>
        string.Join('\n', (text ?? "").ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())).Trim();
}
