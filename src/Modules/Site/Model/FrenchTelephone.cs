namespace Saas.Modules.Site.Model;

/// <summary>A telephone number of ten digits, overseas too, grouped by two.</summary>
internal static class FrenchTelephone
{
    /// <summary>The number as it is written, or null when it is not one.</summary>
    public static string? Read(string? typed)
    {
        var digits = new string([.. (typed ?? "").Where(char.IsAsciiDigit)]);
        if (digits is ['3', '3', .. var national] && national.Length >= 9)
        {
            digits = "0" + national.TrimStart('0');
        }

        return digits.Length == 10 && digits[0] == '0' && digits[1] != '0'
            ? string.Join(' ', digits.Chunk(2).Select(pair => new string(pair)))
            : null;
    }
}
