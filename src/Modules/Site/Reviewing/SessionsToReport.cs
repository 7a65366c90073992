using Microsoft.EntityFrameworkCore;
using Saas.Modules.Site.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Reviewing;

/// <summary>Sessions of which the list of deliberations is not on the site yet, though the law leaves a week (CGCT, L2121-25).</summary>
internal sealed class SessionsToReport(SaasDbContext db, CurrentPerson person, CommuneClock clock) : IToday
{
    private const int DaysOfTheLaw = 7;

    /// <summary>After that, it is not forgotten but left out on purpose: a session that was cancelled, or of years ago.</summary>
    private const int DaysAsked = 60;

    public async Task<IReadOnlyList<TodayTask>> ReadAsync(CancellationToken cancel)
    {
        if (!person.Can(SitePermissions.Edit))
        {
            return [];
        }

        var (today, oldest) = (clock.Today, clock.Today.AddDays(-DaysAsked));
        var due = await db.Sessions.AsNoTracking().ShownAt(clock.Now)
            .Where(session => session.StartsOn < today && session.StartsOn >= oldest && session.Deliberations == "")
            .OrderBy(session => session.StartsOn).ThenBy(session => session.Id)
            .Select(session => new { session.Id, session.Title, session.StartsOn })
            .ToListAsync(cancel);
        return due.Count == 0
            ? []
            :
            [
                new TodayTask(
                    due.Count == 1 ? "liste de délibérations à mettre en ligne" : "listes de délibérations à mettre en ligne",
                    $"« {due[0].Title} » : la loi demande la liste en ligne dans la semaine, le {French.DayAndMonth(due[0].StartsOn.AddDays(DaysOfTheLaw))} au plus tard.",
                    $"{ContentKind.Session.ListAddress}/{due[0].Id}",
                    due.Count,
                    TodayKind.Waiting),
            ];
    }
}
