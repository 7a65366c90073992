namespace Saas.Shell.Mail;

/// <summary>A mail as a module writes it: plain sentences, from which the text and the HTML part are made.</summary>
/// <param name="To">One address.</param>
/// <param name="Subject">One line.</param>
/// <param name="Paragraphs">In order. An address alone on a paragraph (<c>https://…</c>) becomes a link.</param>
/// <param name="ReplyTo">Null: answers go to the commune's own address.</param>
public sealed record Mail(string To, string Subject, IReadOnlyList<string> Paragraphs, string? ReplyTo = null);
