using System.Net;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Model;

/// <summary>Words of starter texts that each commune says in its own way, <c>{{telephone}}</c>. They are replaced when the text is shown.</summary>
internal static class Placeholders
{
    private const string Unknown = "(à compléter par la mairie)";

    /// <summary>In a title or an excerpt.</summary>
    public static string InText(string text, string commune, string host, SiteSettings hall) =>
        text.Contains("{{", StringComparison.Ordinal)
            ? Values(commune, host, hall).Aggregate(text, (filled, value) => filled.Replace($"{{{{{value.Name}}}}}", value.Text, StringComparison.Ordinal))
            : text;

    /// <summary>In markup: what the commune wrote is a text there, never markup.</summary>
    public static string InHtml(string html, string commune, string host, SiteSettings hall) =>
        html.Contains("{{", StringComparison.Ordinal)
            ? Values(commune, host, hall).Aggregate(html, (filled, value) => filled.Replace($"{{{{{value.Name}}}}}", WebUtility.HtmlEncode(value.Text), StringComparison.Ordinal))
            : html;

    private static IEnumerable<(string Name, string Text)> Values(string commune, string host, SiteSettings hall)
    {
        var address = string.Join(", ", new[] { hall.Street, $"{hall.PostalCode} {hall.City}".Trim() }.Where(part => !string.IsNullOrEmpty(part)));
        yield return ("commune", commune);
        yield return ("de_commune", CommuneName.Of(commune));
        yield return ("a_commune", CommuneName.At(commune));
        yield return ("site", host);
        yield return ("telephone", hall.Telephone ?? Unknown);
        yield return ("email", hall.Email ?? Unknown);
        yield return ("adresse", address.Length == 0 ? Unknown : address);
    }
}
