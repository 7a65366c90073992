using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Site.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Visiting;

/// <summary>Who is who and what is where, by category or by a word.</summary>
[Public]
[SameForEveryVisitor("rubrique", "q", "page")]
internal sealed class ListDirectory(SaasDbContext db, CommuneClock clock) : PageModel
{
    private const int EntriesPerPage = 20;

    /// <summary>A question longer than this is a text pasted by mistake.</summary>
    private const int LongestQuestion = 200;

    public DirectoryCategory? Chosen { get; private set; }

    public string Question { get; private set; } = "";

    /// <summary>Those that hold an entry, with how many say what is looked for.</summary>
    public IReadOnlyList<(DirectoryCategory Category, int Count)> Categories { get; private set; } = [];

    public IReadOnlyList<Card> Entries { get; private set; } = [];

    public Paging Paging { get; private set; } = null!;

    public int Total => Categories.Sum(category => category.Count);

    /// <summary>Another category, with the same words.</summary>
    public string AddressOf(DirectoryCategory? category) => AddressOf(category, []);

    public string PagesAddress => AddressOf(Chosen, [new("page", "")]);

    public async Task OnGetAsync([FromQuery(Name = "rubrique")] string? rubric, string? q, [FromQuery(Name = "page")] string? page, CancellationToken cancel)
    {
        var question = (q ?? "").Trim();
        Question = question.Length <= LongestQuestion ? question : question[..LongestQuestion];
        Chosen = DirectoryCategories.Find(rubric);
        var shown = db.Directory.AsNoTracking().ShownAt(clock.Now);
        if (Question.Length > 0)
        {
            shown = shown.Saying(Question);
        }

        // Sorted here: the database does not know the order of a French dictionary, and a directory has some hundreds of names.
        var names = await shown.Select(entry => new { entry.Id, entry.Title, entry.Category }).ToListAsync(cancel);
        Categories = [.. names.GroupBy(entry => entry.Category).OrderBy(category => category.Key).Select(category => (category.Key, category.Count()))];
        var within = names.Where(entry => Chosen is null || entry.Category == Chosen).OrderBy(entry => entry.Title, French.Alphabet).ThenBy(entry => entry.Id).Select(entry => entry.Id).ToList();
        Paging = Paging.Of(int.TryParse(page, out var number) ? number : null, EntriesPerPage, within.Count);
        var ids = within.Skip(Paging.Skip).Take(Paging.Size).ToList();
        var cards = await shown.Where(entry => ids.Contains(entry.Id))
            .OrderBy(entry => entry.Id)
            .Select(entry => new Card(entry.Id, entry.Slug, entry.Title, entry.Summary, entry.Category, entry.Facts))
            .ToListAsync(cancel);
        Entries = [.. cards.OrderBy(card => ids.IndexOf(card.Id))];
    }

    private string AddressOf(DirectoryCategory? category, IEnumerable<KeyValuePair<string, string?>> more) => QueryHelpers.AddQueryString(
        "/annuaire",
        [
            .. category is { } chosen ? [new("rubrique", chosen.Slug())] : Array.Empty<KeyValuePair<string, string?>>(),
            .. Question.Length > 0 ? [new("q", Question)] : Array.Empty<KeyValuePair<string, string?>>(),
            .. more,
        ]);

    internal sealed record Card(Guid Id, string Slug, string Title, string Summary, DirectoryCategory Category, DirectoryFacts Facts)
    {
        public string Address => $"/annuaire/{Slug}";
    }
}
