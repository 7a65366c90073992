using Microsoft.AspNetCore.Mvc.RazorPages;
using Saas.Contracts.Forms;
using Saas.Contracts.Search;
using Saas.Contracts.Site;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Visiting;

[Public]
[SameForEveryVisitor("q")]
internal sealed class SearchSite(IEnumerable<ISearchable> searchables, IOpenProcedures openProcedures, IPublicFrame publicFrame) : PageModel
{
    private const int MostHits = 30;

    /// <summary>A question longer than this is a text pasted by mistake.</summary>
    private const int LongestQuestion = 200;

    public bool ProceduresOffered => openProcedures.Offered;

    public string Question { get; private set; } = "";

    public IReadOnlyList<SearchHit> Hits { get; private set; } = [];

    public string? Telephone { get; private set; }

    public async Task OnGetAsync(string? q, CancellationToken cancel)
    {
        var question = (q ?? "").Trim();
        Question = question.Length <= LongestQuestion ? question : question[..LongestQuestion];
        Telephone = (await publicFrame.ReadAsync(cancel)).TownHall.Telephone;
        if (Question.Length == 0)
        {
            return;
        }

        var hits = new List<SearchHit>();
        foreach (var searchable in searchables)
        {
            hits.AddRange(await searchable.FindAsync(Question, MostHits, cancel));
        }

        Hits = [.. hits.OrderByDescending(hit => hit.Rank).Take(MostHits)];
    }
}
