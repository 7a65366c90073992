using Saas.Shell.Tenancy;

namespace Saas.Modules.Requests.Model;

/// <summary>What whoever sent a request thinks of how it was dealt with: given once, changed as often as they like.</summary>
internal sealed class Opinion(Guid id) : ITenantOwned
{
    public const int Worst = 1;

    public const int Best = 5;

    public const int LongestWords = 1_000;

    /// <summary>Of the request.</summary>
    public Guid Id { get; private init; } = id;

    public Guid TenantId { get; private set; }

    public Request Request { get; private init; } = null!;

    public int Score { get; private set; }

    public string Words { get; private set; } = "";

    public DateTimeOffset GivenAt { get; private set; }

    public void Say(int score, string words, DateTimeOffset now) => (Score, Words, GivenAt) = (score, words, now);

    /// <summary>« Plutôt satisfait ».</summary>
    public static string Title(int score) => score switch
    {
        1 => "Pas du tout satisfait",
        2 => "Plutôt pas satisfait",
        3 => "Ni l’un ni l’autre",
        4 => "Plutôt satisfait",
        _ => "Très satisfait",
    };
}
