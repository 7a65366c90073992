using System.Net.Mail;

namespace Saas.Shell.Mail;

/// <summary>The outside edge: hands a finished message over. What a server answers is a value; only a bug throws.</summary>
internal interface IMailTransport
{
    Task<Delivery> HandOverAsync(MailMessage message, CancellationToken cancel);
}

/// <summary>What became of one hand-over, with the server's words when it did not take the message.</summary>
internal sealed record Delivery(DeliveryResult Result, string Words)
{
    public static Delivery Accepted { get; } = new(DeliveryResult.Accepted, "");
}

internal enum DeliveryResult
{
    Accepted,

    /// <summary>The recipient's address was refused for good.</summary>
    Refused,

    /// <summary>A final « no » that may be about the relay rather than this mail: believed only when it lasts.</summary>
    Doubtful,

    /// <summary>Not now.</summary>
    PutOff,
}
