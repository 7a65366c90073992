using System.Net.Mail;

namespace Saas.Shell.Mail;

/// <summary>What is one address, and nothing more: no name around it, no second one, no line break.</summary>
public static class MailAddresses
{
    /// <summary>RFC 5321, 4.5.3.1.3.</summary>
    private const int Longest = 254;

    public static bool IsOne(string? address) =>
        address is { Length: > 0 and <= Longest }
        && !address.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter))
        && MailAddress.TryCreate(address, out var parsed)
        && parsed.Address == address
        && parsed.DisplayName.Length == 0;

    /// <summary>The part before the @ has letters that only servers knowing RFC 6531 take.</summary>
    internal static bool NeedsInternational(string address) => !System.Text.Ascii.IsValid(address.AsSpan(0, address.LastIndexOf('@')));
}
