namespace Saas.Shell.Mail;

/// <summary>A mail as a module writes it: plain sentences, from which the text and the HTML part are made.</summary>
/// <param name="To">One address.</param>
/// <param name="Subject">One line.</param>
/// <param name="Paragraphs">In order. An address alone on a paragraph (<c>https://…</c>) becomes a link.</param>
/// <param name="ReplyTo">Null: answers go where the commune's mail settings say.</param>
public sealed record Mail(string To, string Subject, IReadOnlyList<string> Paragraphs, string? ReplyTo = null)
{
    /// <summary>Made when a form was shown, where a double click must not write twice.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>What it is about, so that its state is shown there.</summary>
    public MailOrigin? Origin { get; init; }

    /// <summary>Null: at once. Until then <see cref="IMailer.RecallAsync"/> takes it back.</summary>
    public DateTimeOffset? LeavesAt { get; init; }

    /// <summary>It carries a key (a link to choose a password): its text is erased once sent, and it never goes to another address.</summary>
    public bool Secret { get; init; }
}

/// <summary>What a mail was sent from.</summary>
/// <param name="Id">The row it is about: a request, a booking.</param>
/// <param name="Page">Its page in the back office, <c>/gestion/demandes/…</c>.</param>
public sealed record MailOrigin(Guid Id, string Page);
