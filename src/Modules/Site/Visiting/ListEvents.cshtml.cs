using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Saas.Modules.Site.Model;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Visiting;

[Public]
[SameForEveryVisitor("rubrique")]
internal sealed class ListEvents(CommuneSite site, CommuneClock clock) : PageModel
{
    private const int Most = 60;

    /// <summary>The page of an event tells how it goes on.</summary>
    private const int OfEach = 3;

    public EventCategory? Chosen { get; private set; }

    /// <summary>Rubrics that have something to come.</summary>
    public IReadOnlyList<EventCategory> Categories { get; private set; } = [];

    public IReadOnlyList<EventCard> Coming { get; private set; } = [];

    public string FeedAddress => $"/agenda/flux/{Chosen?.Slug() ?? ShowFeed.Everything}.ics";

    public async Task OnGetAsync([FromQuery(Name = "rubrique")] string? rubric, CancellationToken cancel)
    {
        Chosen = EventCategories.Find(rubric);
        var events = (await site.FrontAsync(cancel)).OfType<Event>().ToList();
        Categories = [.. EventCategories.All.Where(category => events.Any(happening => happening.Category == category))];
        Coming = EventCard.Coming(events.Where(happening => Chosen is null || happening.Category == Chosen), clock.Today, OfEach, Most);
    }
}
