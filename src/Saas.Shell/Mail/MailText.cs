using System.Net;
using System.Text;

namespace Saas.Shell.Mail;

/// <summary>The two parts of a mail, from the same paragraphs.</summary>
internal static class MailText
{
    public static string Plain(string sender, IReadOnlyList<string> paragraphs) =>
        string.Join("\r\n\r\n", paragraphs) + $"\r\n\r\n-- \r\n{sender}\r\n";

    public static string Html(string sender, string subject, IReadOnlyList<string> paragraphs)
    {
        var body = new StringBuilder();
        foreach (var paragraph in paragraphs)
        {
            body.Append("<p>").Append(IsAddress(paragraph) ? Link(paragraph) : WebUtility.HtmlEncode(paragraph).Replace("\n", "<br>", StringComparison.Ordinal)).Append("</p>\r\n");
        }

        return $"""
            <!doctype html>
            <html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{WebUtility.HtmlEncode(subject)}</title></head>
            <body style="font-family:sans-serif;font-size:16px;line-height:1.5;color:#1d2733;max-width:40em">
            <main>
            <h1 style="font-size:20px;line-height:1.3">{WebUtility.HtmlEncode(subject)}</h1>
            {body}</main>
            <p style="color:#4a5666">{WebUtility.HtmlEncode(sender)}</p>
            </body></html>
            """;
    }

    private static bool IsAddress(string paragraph) =>
        paragraph.StartsWith("http", StringComparison.Ordinal) && !paragraph.Contains(' ', StringComparison.Ordinal) && Uri.IsWellFormedUriString(paragraph, UriKind.Absolute);

    private static string Link(string address) => $"<a href=\"{WebUtility.HtmlEncode(address)}\">{WebUtility.HtmlEncode(address)}</a>";
}
