using Microsoft.EntityFrameworkCore;
using Saas.Modules.Site.Model;

namespace Saas.Modules.Site.Visiting;

/// <summary>How words are found in what staff wrote: without accents, whatever their ending, and by their beginning in a title.</summary>
internal static class FoundWords
{
    public const string Dictionary = "shell.french";

    /// <summary>For ILIKE, with \ before its own signs.</summary>
    public static string Pattern(string words)
    {
        var plain = words.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
        return $"%{plain}%";
    }

    public static IQueryable<TContent> Saying<TContent>(this IQueryable<TContent> contents, string words)
        where TContent : Content
    {
        var pattern = Pattern(words);
        return contents.Where(content =>
            EF.Functions.ToTsVector(Dictionary, content.Title + " " + content.Summary + " " + content.Body).Matches(EF.Functions.WebSearchToTsQuery(Dictionary, words))
            || EF.Functions.ILike(EF.Functions.Unaccent(content.Title + " " + content.Summary), EF.Functions.Unaccent(pattern), "\\"));
    }
}
