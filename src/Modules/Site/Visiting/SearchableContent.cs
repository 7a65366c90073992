using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Saas.Contracts.Search;
using Saas.Modules.Site.Model;
using Saas.Shell.Data;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Visiting;

/// <summary>
/// Whatever has a page of its own, but what is over, by the words of their titles and texts, without accents and whatever their ending; by the beginning of a title too,
/// because « cant » is typed before « cantine ». A commune has some dozens of rows: no index is worth it.
/// </summary>
internal sealed class SearchableContent(SaasDbContext db, CommuneSite site, CommuneClock clock) : ISearchable
{
    private const string Dictionary = FoundWords.Dictionary;

    /// <summary>Characters of text around the first word found.</summary>
    private const int ExcerptLength = 180;

    public async Task<IReadOnlyList<SearchHit>> FindAsync(string words, int most, CancellationToken cancel)
    {
        var hall = await site.HallAsync(cancel);
        var found = (await PagesAsync(words, most, cancel)).Concat(await OthersAsync(words, most, cancel));
        return [.. found
            .OrderByDescending(row => row.Rank)
            .Take(most)
            .Select(row => new SearchHit(row.Kind.Label, site.InText(row.Title, hall), row.Kind.AddressOf(row.Slug), Excerpt(site.InText(RichText.Words(row.Body), hall), words), row.Rank))];
    }

    private async Task<List<Row>> PagesAsync(string words, int most, CancellationToken cancel)
    {
        var own = db.Pages;
        var start = FoundWords.Pattern(words);
        var rows = await db.Pages.ShownAt(clock.Now)
            .Select(page => new { page.Slug, page.Title, page.Body, page.Keywords })
            .Concat(db.StarterPages.Where(starter => !own.Any(page => page.Slug == starter.Slug)).Select(starter => new { starter.Slug, starter.Title, starter.Body, Keywords = "" }))
            .Select(page => new
            {
                page.Slug,
                page.Title,
                page.Body,
                Found = EF.Functions.ToTsVector(Dictionary, page.Title + " " + page.Keywords + " " + page.Body).Matches(EF.Functions.WebSearchToTsQuery(Dictionary, words)),
                InTitle = EF.Functions.ILike(EF.Functions.Unaccent(page.Title + " " + page.Keywords), EF.Functions.Unaccent(start), "\\"),
                Rank = EF.Functions.ToTsVector(Dictionary, page.Title + " " + page.Keywords).SetWeight(NpgsqlTypes.NpgsqlTsVector.Lexeme.Weight.A)
                    .Concat(EF.Functions.ToTsVector(Dictionary, page.Body))
                    .Rank(EF.Functions.WebSearchToTsQuery(Dictionary, words)),
            })
            .Where(page => page.Found || page.InTitle)
            .OrderByDescending(page => page.InTitle).ThenByDescending(page => page.Rank).ThenBy(page => page.Slug)
            .Take(most)
            .ToListAsync(cancel);
        return [.. rows.Select(row => new Row(ContentKind.Page, row.Title, row.Slug, row.Body, row.Rank + (row.InTitle ? 1 : 0)))];
    }

    private async Task<List<Row>> OthersAsync(string words, int most, CancellationToken cancel)
    {
        var start = FoundWords.Pattern(words);
        var today = clock.Today;
        var rows = await db.Contents.ShownAt(clock.Now).Where(item => !(item is Page) && !(item is Alert) && (item.LastOn == null || item.LastOn >= today))
            .Select(item => new
            {
                item.Slug,
                Kind = EF.Property<string>(item, ContentConfiguration.KindName),
                item.Title,
                Body = item.Summary + " " + item.Body + (item is CouncilSession ? " " + ((CouncilSession)item).Deliberations + " " + ((CouncilSession)item).Minutes : ""),
            })
            .Select(item => new
            {
                item.Slug,
                item.Kind,
                item.Title,
                item.Body,
                Found = EF.Functions.ToTsVector(Dictionary, item.Title + " " + item.Body).Matches(EF.Functions.WebSearchToTsQuery(Dictionary, words)),
                InTitle = EF.Functions.ILike(EF.Functions.Unaccent(item.Title), EF.Functions.Unaccent(start), "\\"),
                Rank = EF.Functions.ToTsVector(Dictionary, item.Title).SetWeight(NpgsqlTypes.NpgsqlTsVector.Lexeme.Weight.A)
                    .Concat(EF.Functions.ToTsVector(Dictionary, item.Body))
                    .Rank(EF.Functions.WebSearchToTsQuery(Dictionary, words)),
            })
            .Where(item => item.Found || item.InTitle)
            .OrderByDescending(item => item.InTitle).ThenByDescending(item => item.Rank).ThenBy(item => item.Slug)
            .Take(most)
            .ToListAsync(cancel);
        return [.. rows.Select(row => new Row(ContentKind.Named(row.Kind), row.Title, row.Slug, row.Body, row.Rank + (row.InTitle ? 1 : 0)))];
    }

    private static string Excerpt(string text, string words)
    {
        var compare = CultureInfo.InvariantCulture.CompareInfo;
        var first = words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(word => compare.IndexOf(text, word, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace))
            .Where(position => position >= 0)
            .DefaultIfEmpty(0)
            .Min();
        var start = first < ExcerptLength / 2 ? 0 : text.LastIndexOf(' ', first - (ExcerptLength / 4)) + 1;
        var end = start + ExcerptLength >= text.Length ? text.Length : text.LastIndexOf(' ', start + ExcerptLength);
        return $"{(start > 0 ? "… " : "")}{text[start..Math.Max(start, end)]}{(end < text.Length ? "…" : "")}";
    }

    private sealed record Row(ContentKind Kind, string Title, string Slug, string Body, float Rank);
}
