namespace Saas.Modules.Forms.Answering.Fields;

/// <summary>The domains that nearly everyone in France has an address of, and what is a slip of the finger away from one.</summary>
internal static class MailDomains
{
    private static readonly string[] Common =
    [
        "gmail.com", "hotmail.fr", "hotmail.com", "outlook.fr", "outlook.com", "live.fr", "yahoo.fr", "yahoo.com", "orange.fr",
        "wanadoo.fr", "free.fr", "sfr.fr", "neuf.fr", "laposte.net", "bbox.fr", "icloud.com", "numericable.fr", "proton.me",
    ];

    /// <summary>Real domains that look like a slip.</summary>
    private static readonly string[] Real = ["ymail.com", "mail.com", "gmx.com", "live.com", "aol.com", "me.com", "msn.com", "free.com", "sfr.net", "neuf.com"];

    /// <summary>The common domain this one is one slip away from; null when it is common, or like none.</summary>
    public static string? Meant(string domain)
    {
        var written = domain.ToLowerInvariant();
        return Common.Contains(written) || Real.Contains(written) || written.Length < 5 ? null
            : Common.FirstOrDefault(known => IsOneSlip(written, known)) ?? WrongEnding(written);
    }

    /// <summary>« gmail.fr » does not exist, « orange.com » is the company's own.</summary>
    private static string? WrongEnding(string written) => written switch
    {
        "gmail.fr" or "gmail.con" or "gmail.co" => "gmail.com",
        "orange.com" => "orange.fr",
        "wanadoo.com" => "wanadoo.fr",
        "laposte.fr" or "laposte.com" => "laposte.net",
        _ => null,
    };

    /// <summary>One letter more, less, other, or two exchanged.</summary>
    private static bool IsOneSlip(string written, string known)
    {
        var start = 0;
        while (start < written.Length && start < known.Length && written[start] == known[start])
        {
            start++;
        }

        var (left, right) = (written[start..], known[start..]);
        return (left.Length, right.Length) switch
        {
            var (l, r) when l == r => l > 0 && (left[1..] == right[1..] || (l > 1 && left[0] == right[1] && left[1] == right[0] && left[2..] == right[2..])),
            var (l, r) when l == r + 1 => left[1..] == right,
            var (l, r) when l + 1 == r => left == right[1..],
            _ => false,
        };
    }
}
