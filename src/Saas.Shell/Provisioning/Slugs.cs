using System.Globalization;
using System.Text;

namespace Saas.Shell.Provisioning;

/// <summary>Names as they stand in an address: <c>Saint-Clément-de-Rivière</c> is <c>saint-clement-de-riviere</c>.</summary>
public static class Slugs
{
    /// <summary>A host name's label ends at 63 characters (RFC 1035).</summary>
    private const int Longest = 60;

    public static string Of(string name)
    {
        var slug = new StringBuilder(name.Length);
        var plain = name.Replace("œ", "oe", StringComparison.OrdinalIgnoreCase).Replace("æ", "ae", StringComparison.OrdinalIgnoreCase);
        foreach (var letter in plain.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                slug.Append(char.ToLowerInvariant(letter));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        var text = slug.ToString().TrimEnd('-');
        return text.Length <= Longest ? text : text[..Longest].TrimEnd('-');
    }
}
