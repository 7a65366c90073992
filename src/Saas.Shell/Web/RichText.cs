using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Saas.Shell.Web;

/// <summary>
/// Text written by staff, reduced to an allow-list of elements and attributes. Whatever is not listed loses its tag and keeps its words;
/// what carries code loses both.
/// </summary>
public static class RichText
{
    private static readonly HashSet<string> Elements = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "br", "h2", "h3", "h4", "strong", "em", "ul", "ol", "li", "a", "blockquote", "hr",
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

    public static string Clean(string? html)
    {
        var document = new HtmlParser().ParseDocument("<body></body>");
        var source = new HtmlParser().ParseFragment(html ?? "", document.Body!);
        var clean = document.CreateElement("div");
        foreach (var node in source)
        {
            Copy(node, clean, document);
        }

        return clean.InnerHtml.Trim();
    }

    /// <summary>The words alone, for excerpts and search.</summary>
    public static string Words(string html)
    {
        var document = new HtmlParser().ParseDocument("<body></body>");
        var words = string.Join(' ', new HtmlParser().ParseFragment(html, document.Body!).Select(node => node.TextContent));
        return string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The words, a line for each paragraph, heading and item.</summary>
    public static string Lines(string html)
    {
        var document = new HtmlParser().ParseDocument("<body></body>");
        var blocks = new HtmlParser().ParseFragment(html, document.Body!)
            .SelectMany(node => node is IElement element && element.QuerySelector("li") is not null ? element.QuerySelectorAll("li") : Enumerable.Repeat<INode>(node, 1));
        return string.Join('\n', blocks.Select(block => string.Join(' ', block.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Where(line => line.Length > 0));
    }

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

    private static void Copy(INode node, IElement target, IHtmlDocument document)
    {
        switch (node)
        {
            case IText text:
                target.AppendChild(document.CreateTextNode(text.Data));
                break;
            case IElement element when Dropped.Contains(element.LocalName):
                break;
            case IElement element:
                CopyElement(element, target, document);
                break;
        }
    }

    private static void CopyElement(IElement element, IElement target, IHtmlDocument document)
    {
        var name = Renamed.GetValueOrDefault(element.LocalName, element.LocalName);
        var into = target;
        if (Elements.Contains(name))
        {
            into = document.CreateElement(name);
            if (name == "a" && SafeAddress(element.GetAttribute("href")) is { } address)
            {
                into.SetAttribute("href", address);
            }

            target.AppendChild(into);
        }

        foreach (var child in element.ChildNodes)
        {
            Copy(child, into, document);
        }
    }

    private static string? SafeAddress(string? href)
    {
        var address = href?.Trim() ?? "";
        if (address.StartsWith('#') || (address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal) && !address.Contains('\\', StringComparison.Ordinal)))
        {
            return address;
        }

        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" or "mailto" or "tel" ? address : null;
    }
}
