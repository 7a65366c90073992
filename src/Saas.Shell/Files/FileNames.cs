using System.Globalization;

namespace Saas.Shell.Files;

/// <summary>Names as their senders gave them: shown, never used as a path.</summary>
internal static class FileNames
{
    private const int Longest = 120;

    /// <summary>
    /// The last part, without what hides: control characters, and the signs that turn the direction of writing (« annexe[U+202E]fdp.exe »
    /// would read as a PDF).
    /// </summary>
    public static string Shown(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var clean = new string([.. last.Where(IsShown)]).Trim().Trim('.');
        return clean.Length == 0 ? "fichier" : clean.Length <= Longest ? clean : clean[..80] + "…" + clean[^30..];
    }

    private static bool IsShown(char letter) => !char.IsControl(letter) && !char.IsSurrogate(letter) &&
        char.GetUnicodeCategory(letter) is not (UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
