using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;

namespace Saas.Testing;

/// <summary>The application of a telephone that shows codes: RFC 6238, six digits, thirty seconds.</summary>
public static class Telephone
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <param name="key">As the page writes it, spaces included.</param>
    /// <param name="steps">How many codes later; the application accepts two before and two after.</param>
    [SuppressMessage("Security", "CA5350", Justification = "RFC 6238 and every telephone use it")]
    public static string CodeOf(string key, int steps = 0)
    {
        ArgumentNullException.ThrowIfNull(key);
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, (DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30) + steps);
        var hash = HMACSHA1.HashData(Decode(key.Replace(" ", "", StringComparison.Ordinal)), counter);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & int.MaxValue;
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    private static byte[] Decode(string key)
    {
        var bits = string.Concat(key.Select(sign => Convert.ToString(Base32.IndexOf(sign, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(at => Convert.ToByte(bits.Substring(at * 8, 8), 2))];
    }
}
