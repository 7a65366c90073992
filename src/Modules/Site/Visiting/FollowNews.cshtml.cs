using System.Xml;
using System.Xml.Linq;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Site.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Visiting;

/// <summary>The latest news for readers of feeds, and for who shows them elsewhere (Atom, RFC 4287).</summary>
[Public]
[SameForEveryVisitor]
internal sealed class FollowNews(SaasDbContext db, CommuneSite site, ICurrentTenant current, CommuneClock clock) : PageModel
{
    public const string Address = "/actualites/flux.atom";

    private const int Most = 20;

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var news = await NewsCard.Published(db.News, clock.Now)
            .Take(Most)
            .Select(item => new Row(item.Id, item.Slug, item.Title, item.Summary, item.Body, item.PublishedAt!.Value, item.UpdatedAt))
            .ToListAsync(cancel);
        var start = $"{Request.Scheme}://{site.Host}";
        var feed = new XElement(
            Atom + "feed",
            new XAttribute(XNamespace.Xml + "lang", "fr"),
            new XAttribute(XNamespace.Xml + "base", start + "/"),
            new XElement(Atom + "id", $"{start}/actualites"),
            new XElement(Atom + "title", $"Actualités {CommuneName.Of(current.Tenant.Name)}"),
            new XElement(Atom + "author", new XElement(Atom + "name", current.Words.HouseNamed(current.Tenant.Name))),
            new XElement(Atom + "updated", Date(news.Select(item => item.Latest).DefaultIfEmpty(current.Tenant.CreatedAt).Max())),
            Link("self", start + Address),
            Link("alternate", $"{start}/actualites"),
            news.Select(item => Entry(item, start)));
        return Content($"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{feed}\n", "application/atom+xml");
    }

    private static XElement Entry(Row item, string start) => new(
        Atom + "entry",

        // The same one, whatever its address or its title become.
        new XElement(Atom + "id", $"urn:uuid:{item.Id:D}"),
        new XElement(Atom + "title", Clean(item.Title)),
        Link("alternate", $"{start}/actualites/{item.Slug}"),
        new XElement(Atom + "published", Date(item.PublishedAt)),
        new XElement(Atom + "updated", Date(item.Latest)),
        item.Summary.Length == 0 ? null : new XElement(Atom + "summary", Clean(item.Summary)),
        new XElement(Atom + "content", new XAttribute("type", "html"), Clean(item.Body)));

    private static XElement Link(string relation, string address) => new(Atom + "link", new XAttribute("rel", relation), new XAttribute("href", address));

    private static string Date(DateTimeOffset instant) => XmlConvert.ToString(instant.UtcDateTime, XmlDateTimeSerializationMode.Utc);

    /// <summary>XML has no place for some control characters, and one of them would break the feed.</summary>
    private static string Clean(string text) => string.Concat(text.EnumerateRunes().Where(rune => rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value)));

    private sealed record Row(Guid Id, string Slug, string Title, string Summary, string Body, DateTimeOffset PublishedAt, DateTimeOffset UpdatedAt)
    {
        /// <summary>One that was written long before it was published is as new as its publication.</summary>
        public DateTimeOffset Latest => PublishedAt > UpdatedAt ? PublishedAt : UpdatedAt;
    }
}
