using System.Net;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Model;

/// <summary>Words of starter texts that each commune says in its own way, <c>{{telephone}}</c>. They are replaced when the text is shown.</summary>
internal static class Placeholders
{
    /// <summary>In a title or an excerpt.</summary>
    public static string InText(string text, ICurrentTenant current, string host, SiteSettings hall, SiteFacts facts) =>
        text.Contains("{{", StringComparison.Ordinal)
            ? Values(current, host, hall, facts).Aggregate(text, (filled, value) => filled.Replace($"{{{{{value.Name}}}}}", value.Text, StringComparison.Ordinal))
            : text;

    /// <summary>In markup: what the commune wrote is a text there, never markup.</summary>
    public static string InHtml(string html, ICurrentTenant current, string host, SiteSettings hall, SiteFacts facts) =>
        html.Contains("{{", StringComparison.Ordinal)
            ? Values(current, host, hall, facts).Aggregate(html, (filled, value) => filled.Replace($"{{{{{value.Name}}}}}", WebUtility.HtmlEncode(value.Text), StringComparison.Ordinal))
            : html;

    private static IEnumerable<(string Name, string Text)> Values(ICurrentTenant current, string host, SiteSettings hall, SiteFacts facts)
    {
        // What the town hall has not said yet is a task on its home page; visitors are told where to ask.
        var address = string.Join(", ", new[] { hall.Street, $"{hall.PostalCode} {hall.City}".Trim() }.Where(part => !string.IsNullOrEmpty(part)));
        var commune = current.Tenant.Name;
        yield return ("commune", commune);
        yield return ("de_commune", CommuneName.Of(commune));
        yield return ("a_commune", CommuneName.At(commune));
        yield return ("site", host);
        yield return ("telephone", hall.Telephone ?? $"(numéro donné à l’accueil de {current.Words.House})");
        yield return ("email", hall.Email ?? $"(adresse donnée à l’accueil de {current.Words.House})");
        yield return ("adresse", address.Length == 0 ? $"({current.Words.Address})" : address);
        yield return ("hebergement", facts.Hosting);
        yield return ("date_ouverture", facts.Since);
    }
}

/// <summary>What the platform knows of a site.</summary>
/// <param name="Hosting">Who hosts it, in one sentence.</param>
/// <param name="Since">The day the commune joined the platform, « 16 novembre 2026 ».</param>
internal sealed record SiteFacts(string Hosting, string Since);
