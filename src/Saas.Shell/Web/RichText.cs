using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Saas.Shell.Web;

/// <summary>
/// Text written by staff, reduced to an allow-list of elements and attributes. Whatever is not listed loses its tag and keeps its words;
/// what carries code loses both. Pictures are those of the media library alone, and only where the text may have some.
/// </summary>
public static class RichText
{
    /// <summary>The one class a link may have.</summary>
    private const string Button = "button";

    private static readonly HashSet<string> Elements = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "br", "h2", "h3", "h4", "strong", "em", "ul", "ol", "li", "a", "blockquote", "hr", "aside", "details", "summary",
    };

    /// <summary>What begins a line of its own.</summary>
    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "h2", "h3", "h4", "ul", "ol", "li", "blockquote", "hr", "aside", "details", "summary", "figure", "figcaption", "img",
    };

    private static readonly HashSet<string> Dropped = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "iframe", "object", "embed", "template", "noscript", "svg", "math", "form", "input", "button", "textarea", "select", "link", "meta", "base",
    };

    private static readonly Dictionary<string, string> Renamed = new(StringComparer.OrdinalIgnoreCase)
    {
        ["b"] = "strong",
        ["i"] = "em",
        ["h1"] = "h2",
        ["h5"] = "h4",
        ["h6"] = "h4",
    };

    public static string Clean(string? html, bool withPictures = false)
    {
        var document = new HtmlParser().ParseDocument("<body></body>");
        var source = new HtmlParser().ParseFragment(html ?? "", document.Body!);
        var clean = document.CreateElement("div");
        var copy = new Copying(document, withPictures);
        foreach (var node in source)
        {
            copy.Copy(node, clean);
        }

        return clean.InnerHtml.Trim();
    }

    /// <summary>The words alone, for excerpts and search.</summary>
    public static string Words(string html) => string.Join(' ', Texts(html, withPictures: false));

    /// <summary>The words, a line for each paragraph, heading, item and picture.</summary>
    public static string Lines(string html) => string.Join('\n', Texts(html, withPictures: true));

    public static string Excerpt(string html, int most)
    {
        var words = Words(html);
        if (words.Length <= most)
        {
            return words;
        }

        var cut = words.LastIndexOf(' ', most);
        return words[..(cut > 0 ? cut : most)].TrimEnd(' ', ',', ';', ':', '.') + "…";
    }

    private static IEnumerable<string> Texts(string html, bool withPictures)
    {
        var document = new HtmlParser().ParseDocument("<body></body>");
        return new HtmlParser().ParseFragment(html, document.Body!)
            .SelectMany(node => Texts(node, withPictures))
            .Where(text => text.Length > 0);
    }

    private static IEnumerable<string> Texts(INode node, bool withPictures) => node switch
    {
        IElement { LocalName: "img" } picture => withPictures ? [$"[Image\u00a0: {picture.GetAttribute("alt")}]"] : [],
        IElement element when element.Children.Any(child => Blocks.Contains(child.LocalName)) => element.ChildNodes.SelectMany(child => Texts(child, withPictures)),
        _ => [string.Join(' ', node.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))],
    };

    private static string? SafeAddress(string? href)
    {
        var address = href?.Trim() ?? "";
        if (address.StartsWith('#') || (address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal) && !address.Contains('\\', StringComparison.Ordinal)))
        {
            return address;
        }

        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" or "mailto" or "tel" ? address : null;
    }

    /// <summary>From what was written to what remains of it.</summary>
    private sealed class Copying(IHtmlDocument document, bool withPictures)
    {
        public void Copy(INode node, IElement target)
        {
            switch (node)
            {
                case IText text:
                    target.AppendChild(document.CreateTextNode(text.Data));
                    break;
                case IElement element when Dropped.Contains(element.LocalName):
                    break;
                case IElement element when withPictures && element.LocalName == "figure" && PictureIn(element) is { } picture:
                    CopyFigure(element, picture, target);
                    break;
                case IElement element:
                    CopyElement(element, target);
                    break;
            }
        }

        private IElement? PictureIn(IElement figure) =>
            figure.QuerySelector("img") is { } written && MediaAddress.OfPicture(written.GetAttribute("src")) is { } media ? Picture(written, media) : null;

        private IElement Picture(IElement written, MediaAddress media)
        {
            var picture = document.CreateElement("img");
            picture.SetAttribute("src", media.ToString());
            if (media.SourceSet(written.GetAttribute("srcset")) is { } set)
            {
                picture.SetAttribute("srcset", set);
                picture.SetAttribute("sizes", MediaAddress.SizesInText);
            }

            foreach (var side in new[] { "width", "height" })
            {
                if (int.TryParse(written.GetAttribute(side), NumberStyles.None, CultureInfo.InvariantCulture, out var pixels))
                {
                    picture.SetAttribute(side, pixels.ToString(CultureInfo.InvariantCulture));
                }
            }

            picture.SetAttribute("alt", written.GetAttribute("alt") ?? "");
            picture.SetAttribute("loading", "lazy");
            return picture;
        }

        private void CopyFigure(IElement written, IElement picture, IElement target)
        {
            var figure = document.CreateElement("figure");
            figure.AppendChild(picture);
            if (written.QuerySelector("figcaption") is { } words && words.TextContent.Trim().Length > 0)
            {
                var caption = document.CreateElement("figcaption");
                foreach (var child in words.ChildNodes)
                {
                    Copy(child, caption);
                }

                figure.AppendChild(caption);
            }

            target.AppendChild(figure);
        }

        private void CopyElement(IElement element, IElement target)
        {
            var name = Renamed.GetValueOrDefault(element.LocalName, element.LocalName);
            var into = target;
            if (Elements.Contains(name))
            {
                into = document.CreateElement(name);
                if (name == "a" && SafeAddress(element.GetAttribute("href")) is { } address)
                {
                    into.SetAttribute("href", address);
                    if (element.ClassName == Button)
                    {
                        into.ClassName = Button;
                    }
                }

                target.AppendChild(into);
            }

            foreach (var child in element.ChildNodes)
            {
                Copy(child, into);
            }
        }
    }
}
