using System.Globalization;

namespace Saas.Modules.Platform.Sites;

/// <summary>A domain as an operator types or pastes it: « https://www.Claret.fr/ » is <c>www.claret.fr</c>; accents become punycode (RFC 5891).</summary>
internal static class DomainName
{
    private const int Longest = 253;

    /// <summary>The host in lower case; or, in words, why it is not one.</summary>
    public static (string? Host, string? Refusal) Read(string? typed, string platform)
    {
        var text = (typed ?? "").Trim();
        if (text.Length == 0)
        {
            return (null, "Saisissez un nom de domaine.");
        }

        text = text.Contains("://", StringComparison.Ordinal) && Uri.TryCreate(text, UriKind.Absolute, out var address) ? address.Host : text.TrimEnd('/').TrimEnd('.');
        string host;
        try
        {
            host = new IdnMapping { UseStd3AsciiRules = true }.GetAscii(text).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return (null, NotADomain);
        }

        if (host.Length > Longest || !host.Contains('.', StringComparison.Ordinal) || Uri.CheckHostName(host) != UriHostNameType.Dns)
        {
            return (null, NotADomain);
        }

        return host == platform || host.EndsWith($".{platform}", StringComparison.Ordinal)
            ? (null, "Cette adresse est celle de la plateforme : chaque site y a déjà la sienne.")
            : (host, null);
    }

    private const string NotADomain = "Ce n’est pas un nom de domaine. Exemple : www.claret.fr";
}
