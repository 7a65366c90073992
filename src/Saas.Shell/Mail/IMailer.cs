namespace Saas.Shell.Mail;

/// <summary>Sends mails of this commune.</summary>
public interface IMailer
{
    /// <summary>Puts the mail into the outbox in the caller's transaction: it leaves if, and only if, the caller saves.</summary>
    void Send(Mail mail);

    /// <summary>The same for a mail that was refused: once more, to a corrected address. Only the first of two such saves succeeds.</summary>
    void SendElsewhere(OutgoingMail refused, string recipient, Guid id, string by);

    /// <summary>Takes back mails that have not left, in the caller's transaction if there is one. Returns how many.</summary>
    Task<int> RecallAsync(IReadOnlyCollection<Guid> mails, CancellationToken cancel);

    /// <summary>True when the last mail to this address was refused for good.</summary>
    Task<bool> IsUnreachableAsync(string address, CancellationToken cancel);
}
