using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Saas.Modules.Site.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Visiting;

/// <summary>Who sits, and when: the members by role, the sessions to come, those of a year.</summary>
[Public]
[SameForEveryVisitor("annee")]
internal sealed class ShowCouncil(SaasDbContext db, CommuneClock clock) : PageModel
{
    /// <summary>The council of a large city; a group of communes may have twice as many.</summary>
    private const int MostMembers = 250;

    private const int MostSessions = 100;

    public IReadOnlyList<IGrouping<CouncilRole, CouncilMember>> Members { get; private set; } = [];

    public IReadOnlyList<SessionCard> Coming { get; private set; } = [];

    public IReadOnlyList<SessionCard> Past { get; private set; } = [];

    /// <summary>Those that have a past session, the last one first.</summary>
    public IReadOnlyList<int> Years { get; private set; } = [];

    public int? Year { get; private set; }

    public bool IsEmpty => Members.Count == 0 && Coming.Count == 0 && Years.Count == 0;

    public async Task OnGetAsync([FromQuery(Name = "annee")] string? year, CancellationToken cancel)
    {
        var members = await db.Members.AsNoTracking().ShownAt(clock.Now).OrderBy(member => member.Title).ThenBy(member => member.Id).Take(MostMembers).ToListAsync(cancel);
        Members = [.. members
            .OrderBy(member => member.Facts.Rank ?? int.MaxValue).ThenBy(member => member.Facts.LastName, French.Alphabet).ThenBy(member => member.Facts.FirstName, French.Alphabet)
            .GroupBy(member => member.Facts.Role)
            .OrderBy(role => role.Key)];

        var today = clock.Today;
        var sessions = db.Sessions.AsNoTracking().ShownAt(clock.Now);
        Years = await sessions.Where(session => session.StartsOn < today).Select(session => session.StartsOn.Year).Distinct().OrderDescending().ToListAsync(cancel);
        Year = int.TryParse(year, out var asked) && Years.Contains(asked) ? asked : Years.Cast<int?>().FirstOrDefault();
        var shownYear = Year ?? 0;
        var rows = await sessions
            .Where(session => session.StartsOn >= today || session.StartsOn.Year == shownYear)
            .OrderByDescending(session => session.StartsOn).ThenBy(session => session.Id)
            .Take(MostSessions)
            .Select(session => new SessionCard(session.Slug, session.Title, session.StartsOn, session.StartsAt, session.Place, session.Body != "", session.Deliberations != "", session.Minutes != ""))
            .ToListAsync(cancel);
        Coming = [.. rows.Where(session => session.StartsOn >= today).Reverse()];
        Past = [.. rows.Where(session => session.StartsOn < today)];
    }
}
