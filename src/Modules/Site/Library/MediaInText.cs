using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Site.Model;
using Saas.Shell.Data;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Library;

/// <summary>
/// What a text shows of the library is completed when the text is saved: sizes of a picture, type and weight of a document. What is not in
/// this commune's library leaves the text; its words stay. Visitors' pages then read the text alone.
/// </summary>
internal sealed partial class MediaInText(SaasDbContext db)
{
    public async Task<Wording> FitAsync(Wording wording, CancellationToken cancel)
    {
        var body = RichText.Clean(wording.Body, withPictures: true);
        var known = await FindAsync([.. AddressesIn(body).Select(address => address.Id), .. wording.Picture is { } chosen ? [chosen] : Array.Empty<Guid>()], cancel);
        return wording with
        {
            Body = Fit(body, known),
            Picture = wording.Picture is { } picture && known.TryGetValue(picture, out var found) && found.IsPicture ? picture : null,
        };
    }

    /// <summary>Of a picture, whether it is still there or not; null for none.</summary>
    public async Task<string?> NameAsync(Guid? picture, CancellationToken cancel) =>
        picture is null ? null : await db.Set<Media>().Where(media => media.Id == picture).Select(media => media.Name).SingleOrDefaultAsync(cancel) ?? "une image supprimée depuis";

    private async Task<Dictionary<Guid, Media>> FindAsync(List<Guid> ids, CancellationToken cancel) => ids.Count == 0
        ? []
        : await db.Medias.AsNoTracking().Where(media => ids.Contains(media.Id)).ToDictionaryAsync(media => media.Id, cancel);

    private static IEnumerable<MediaAddress> AddressesIn(string html) => Attribute().Matches(html).Select(found => MediaAddress.Of(found.Groups[1].Value)).OfType<MediaAddress>();

    private static string Fit(string html, Dictionary<Guid, Media> known)
    {
        if (!AddressesIn(html).Any())
        {
            return html;
        }

        var document = new HtmlParser().ParseDocument("<body></body>");
        var text = document.CreateElement("div");
        text.Append([.. new HtmlParser().ParseFragment(html, document.Body!)]);
        foreach (var figure in text.QuerySelectorAll("figure").ToList())
        {
            FitPicture(figure, known);
        }

        foreach (var link in text.QuerySelectorAll("a[href]").ToList())
        {
            FitLink(link, known);
        }

        return text.InnerHtml;
    }

    private static void FitPicture(IElement figure, Dictionary<Guid, Media> known)
    {
        var picture = figure.QuerySelector("img");
        if (MediaAddress.OfPicture(picture?.GetAttribute("src")) is not { } address || known.GetValueOrDefault(address.Id) is not { IsPicture: true } media)
        {
            Unwrap(figure);
            return;
        }

        var shown = media.Shown;
        picture!.SetAttribute("src", shown.Address);
        picture.SetAttribute("srcset", shown.SourceSet);
        picture.SetAttribute("width", shown.Width.ToString(CultureInfo.InvariantCulture));
        picture.SetAttribute("height", shown.Height.ToString(CultureInfo.InvariantCulture));
        if (string.IsNullOrWhiteSpace(picture.GetAttribute("alt")))
        {
            picture.SetAttribute("alt", shown.Alternative);
        }
    }

    /// <summary>The caption stays, as a paragraph.</summary>
    private static void Unwrap(IElement figure)
    {
        if (figure.QuerySelector("figcaption") is { } caption)
        {
            var words = figure.Owner!.CreateElement("p");
            words.Append([.. caption.ChildNodes]);
            figure.Replace(words);
        }
        else
        {
            figure.Remove();
        }
    }

    private static void FitLink(IElement link, Dictionary<Guid, Media> known)
    {
        if (MediaAddress.Of(link.GetAttribute("href")) is not { } address)
        {
            return;
        }

        if (known.GetValueOrDefault(address.Id) is not { } media)
        {
            link.Replace([.. link.ChildNodes]);
            return;
        }

        link.SetAttribute("href", media.Address);
        var weight = $"({media.TypeAndSize})";
        if (media.IsPicture || Plain(link.TextContent).EndsWith(Plain(weight), StringComparison.Ordinal))
        {
            return;
        }

        if (link.TextContent.Trim().Length == 0)
        {
            link.TextContent = media.Name;
        }

        link.Append(link.Owner!.CreateTextNode($" {weight}"));
    }

    private static string Plain(string text) => text.Replace('\u00a0', ' ').TrimEnd();

    [GeneratedRegex("(?:src|href)=\"([^\"]*)\"")]
    private static partial Regex Attribute();
}
