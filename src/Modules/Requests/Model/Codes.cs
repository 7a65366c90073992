using System.Security.Cryptography;
using System.Text;

namespace Saas.Modules.Requests.Model;

/// <summary>
/// References and tracking codes: eight random signs one can dictate over the telephone. No O, 0, I, 1; of the signs that look or sound
/// alike one is kept (2 not Z, 5 not S, 8 not B, C not D, G, T, V, M not N, P not B); no vowel, so that no word appears.
/// </summary>
internal static class Codes
{
    public const string Alphabet = "23456789CFHJKLMPRWXY";

    private const int Length = 8;

    /// <summary>Compared with when there is no request, so that an unknown reference costs the same time.</summary>
    private static readonly string Nobody = new('-', Length);

    /// <summary>« 7KWF-3MPH ».</summary>
    public static string NewReference()
    {
        var signs = NewCode();
        return $"{signs[..4]}-{signs[4..]}";
    }

    public static string NewCode() => RandomNumberGenerator.GetString(Alphabet, Length);

    /// <summary>« 7KWF 3MPH »: in two groups, with a space, so that a code is not taken for a reference.</summary>
    public static string Show(string code) => code.Length == Length ? $"{code[..4]}\u00a0{code[4..]}" : code;

    /// <summary>Reads a reference as people type it; null when it cannot be one.</summary>
    public static string? ReadReference(string? typed) => Read(typed) is { } signs ? $"{signs[..4]}-{signs[4..]}" : null;

    /// <summary>In a time that does not depend on the code, nor on whether there is one.</summary>
    public static bool IsRight(string? code, string? typed)
    {
        var given = Encoding.ASCII.GetBytes(Read(typed) ?? new string(' ', Length));
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(code ?? Nobody), given);
    }

    private static string? Read(string? typed)
    {
        if (typed is null or { Length: > 40 })
        {
            return null;
        }

        var signs = new string(typed.Where(sign => !char.IsWhiteSpace(sign) && sign is not ('-' or '‑' or '–' or '.')).Select(char.ToUpperInvariant).ToArray());
        return signs.Length == Length && signs.All(Alphabet.Contains) ? signs : null;
    }
}
