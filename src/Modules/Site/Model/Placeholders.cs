using System.Net;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Model;

/// <summary>Words of starter texts that each commune says in its own way, <c>{{telephone}}</c>. They are replaced when the text is shown.</summary>
internal static class Placeholders
{
    // What the town hall has not said yet is a task on its home page; visitors are told where to ask.
    private const string UnknownTelephone = "(numéro donné à l’accueil de la mairie)";
    private const string UnknownEmail = "(adresse donnée à l’accueil de la mairie)";
    private const string UnknownAddress = "(mairie de la commune)";

    /// <summary>In a title or an excerpt.</summary>
    public static string InText(string text, string commune, string host, SiteSettings hall, SiteFacts facts) =>
        text.Contains("{{", StringComparison.Ordinal)
            ? Values(commune, host, hall, facts).Aggregate(text, (filled, value) => filled.Replace($"{{{{{value.Name}}}}}", value.Text, StringComparison.Ordinal))
            : text;

    /// <summary>In markup: what the commune wrote is a text there, never markup.</summary>
    public static string InHtml(string html, string commune, string host, SiteSettings hall, SiteFacts facts) =>
        html.Contains("{{", StringComparison.Ordinal)
            ? Values(commune, host, hall, facts).Aggregate(html, (filled, value) => filled.Replace($"{{{{{value.Name}}}}}", WebUtility.HtmlEncode(value.Text), StringComparison.Ordinal))
            : html;

    private static IEnumerable<(string Name, string Text)> Values(string commune, string host, SiteSettings hall, SiteFacts facts)
    {
        var address = string.Join(", ", new[] { hall.Street, $"{hall.PostalCode} {hall.City}".Trim() }.Where(part => !string.IsNullOrEmpty(part)));
        yield return ("commune", commune);
        yield return ("de_commune", CommuneName.Of(commune));
        yield return ("a_commune", CommuneName.At(commune));
        yield return ("site", host);
        yield return ("telephone", hall.Telephone ?? UnknownTelephone);
        yield return ("email", hall.Email ?? UnknownEmail);
        yield return ("adresse", address.Length == 0 ? UnknownAddress : address);
        yield return ("hebergement", facts.Hosting);
        yield return ("date_ouverture", facts.Since);
    }
}

/// <summary>What the platform knows of a site.</summary>
/// <param name="Hosting">Who hosts it, in one sentence.</param>
/// <param name="Since">The day the commune joined the platform, « 16 novembre 2026 ».</param>
internal sealed record SiteFacts(string Hosting, string Since);
