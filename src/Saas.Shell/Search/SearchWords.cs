using System.Globalization;
using System.Text;

namespace Saas.Shell.Search;

/// <summary>Words without capitals and accents: « Léa » is found by « lea ».</summary>
public static class SearchWords
{
    public static string Normalise(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.Replace("œ", "oe", StringComparison.OrdinalIgnoreCase).Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(char.ToLowerInvariant(letter));
            }
        }

        return plain.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>Each word typed begins a word of the text.</summary>
    public static bool AreIn(string? typed, string text)
    {
        var plain = " " + Normalise(text).Replace('’', ' ').Replace('\'', ' ');
        var words = Split((typed ?? "").Replace('’', ' ').Replace('\'', ' '));
        return words.Count > 0 && words.All(word => plain.Contains(" " + word, StringComparison.Ordinal));
    }

    /// <summary>The words of a search, each to be found; a handful is enough.</summary>
    public static IReadOnlyList<string> Split(string? typed) =>
        [.. Normalise(typed ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(6)];
}
