using System.Net;
using System.Text.RegularExpressions;

namespace Saas.Bench;

/// <summary>What is read in the text of a page, without a browser.</summary>
internal static partial class Page
{
    /// <summary>Names and values of the hidden fields of the first form that posts, its token among them.</summary>
    public static Dictionary<string, string> Hidden(string html)
    {
        var form = Form().Match(html).Value;
        return Inputs().Matches(form)
            .Select(input => Attributes().Matches(input.Value).ToDictionary(attribute => attribute.Groups[1].Value, attribute => WebUtility.HtmlDecode(attribute.Groups[2].Value)))
            .Where(input => input.GetValueOrDefault("type") == "hidden" && input.ContainsKey("name"))
            .GroupBy(input => input["name"]).ToDictionary(input => input.Key, input => input.Last().GetValueOrDefault("value", ""));
    }

    /// <summary>What a browser fetches to show it: styles, scripts, pictures, icons.</summary>
    public static IEnumerable<string> Parts(string html) =>
        Links().Matches(html).Where(link => !Other().IsMatch(link.Value)).Select(link => Address().Match(link.Value))
            .Concat(Sources().Matches(html))
            .Where(match => match.Success)
            .Select(match => WebUtility.HtmlDecode(match.Groups[1].Value).Split('#')[0])
            .Where(address => address.Length > 0 && !address.StartsWith("data:", StringComparison.Ordinal));

    /// <summary>What a style sheet asks for: its fonts and pictures.</summary>
    public static IEnumerable<string> PartsOfStyles(string css) => Urls().Matches(css).Select(url => url.Groups[1].Value).Where(url => !url.StartsWith("data:", StringComparison.Ordinal));

    [GeneratedRegex(@"<form[^>]*method=""post"".*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("<input[^>]*>")]
    private static partial Regex Inputs();

    [GeneratedRegex(@"([\w-]+)=""([^""]*)""")]
    private static partial Regex Attributes();

    [GeneratedRegex("<link[^>]*>")]
    private static partial Regex Links();

    [GeneratedRegex(@"rel=""(canonical|alternate|prev|next|search)""")]
    private static partial Regex Other();

    [GeneratedRegex(@"href=""([^""]+)""")]
    private static partial Regex Address();

    [GeneratedRegex(@"<(?:script|img|source|use)[^>]*\s(?:src|href)=""([^""]+)""")]
    private static partial Regex Sources();

    [GeneratedRegex(@"url\([""']?([^)""']+)[""']?\)")]
    private static partial Regex Urls();
}
