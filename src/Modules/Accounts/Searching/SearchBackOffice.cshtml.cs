using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Saas.Contracts.Search;
using Saas.Shell.Identity;

namespace Saas.Modules.Accounts.Searching;

/// <summary>One field over everything a person may open in the back office.</summary>
[Requires(AccountsPermissions.Work)]
internal sealed class SearchBackOffice(IEnumerable<ISearchableByStaff> searchables) : PageModel
{
    private const int MostOfAModule = 20;

    /// <summary>A question longer than this is a text pasted by mistake.</summary>
    private const int LongestQuestion = 200;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Typed { get; set; }

    public string Question { get; private set; } = "";

    public IReadOnlyList<IGrouping<string, StaffHit>> Groups { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var question = (Typed ?? "").Trim();
        Question = question.Length <= LongestQuestion ? question : question[..LongestQuestion];
        if (Question.Length == 0)
        {
            return;
        }

        var hits = new List<StaffHit>();
        foreach (var searchable in searchables)
        {
            hits.AddRange(await searchable.FindAsync(Question, MostOfAModule, cancel));
        }

        Groups = [.. hits.GroupBy(hit => hit.Group)];
    }
}
