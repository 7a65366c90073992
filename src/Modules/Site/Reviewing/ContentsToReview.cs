using Microsoft.EntityFrameworkCore;
using Saas.Modules.Site.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Reviewing;

/// <summary>What is on the site and should be read again by now.</summary>
internal sealed class ContentsToReview(SaasDbContext db, CurrentPerson person, CommuneClock clock) : IToday
{
    public async Task<IReadOnlyList<TodayTask>> ReadAsync(CancellationToken cancel)
    {
        if (!person.Can(SitePermissions.Edit))
        {
            return [];
        }

        var today = clock.Today;
        var due = await db.Contents.AsNoTracking().ShownAt(clock.Now).Where(content => content.ReviewOn <= today).OrderBy(content => content.ReviewOn).ThenBy(content => content.Id).ToListAsync(cancel);
        return due.Count == 0
            ? []
            : [new TodayTask(due.Count == 1 ? "texte du site à relire" : "textes du site à relire", $"« {due[0].Title} » depuis le {French.Day(due[0].ReviewOn!.Value)}.", $"{due[0].StaffAddress}/relecture", due.Count, TodayKind.Waiting)];
    }
}
