using Microsoft.EntityFrameworkCore;
using Saas.Modules.Requests.Model;
using Saas.Shell.Data;
using Saas.Shell.Identity;
using Saas.Shell.Web;

namespace Saas.Modules.Requests.Processing;

internal sealed class RequestsToday(SaasDbContext db, CurrentPerson person, CommuneClock clock) : IToday
{
    public async Task<IReadOnlyList<TodayTask>> ReadAsync(CancellationToken cancel)
    {
        if (!person.Can(RequestsPermissions.Read))
        {
            return [];
        }

        var toDealWith = await db.Requests.Where(Request.IsToDealWith).Select(r => (DateTimeOffset?)r.WaitingSince).ToListAsync(cancel);
        var late = await db.Requests.CountAsync(Request.IsLate(clock.Now), cancel);
        var unwanted = await db.Requests.CountAsync(RequestFilter.IsUnwanted, cancel);
        var (today, sunday) = (clock.Today, RequestFilter.EndOfWeek(clock.Today));
        var due = await db.Requests.Where(Request.IsOpen).Where(r => r.DueOn <= sunday).GroupBy(r => r.DueOn < today).Select(g => new { Overdue = g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Overdue, g => g.Count, cancel);
        var tasks = new List<TodayTask>();
        if (toDealWith.Count > 0)
        {
            tasks.Add(new TodayTask(
                toDealWith.Count < 2 ? "demande à traiter" : "demandes à traiter",
                toDealWith.Min() is { } oldest ? $"La plus ancienne : {clock.ShortMoment(oldest)}." : "",
                new RequestFilter(RequestFilter.ToDealWith).AddressOf(RequestFilter.Address),
                toDealWith.Count,
                TodayKind.Waiting));
        }

        if (late > 0)
        {
            tasks.Add(new TodayTask(
                late < 2 ? "demande en retard" : "demandes en retard",
                "Sans réponse depuis plus de 7 jours.",
                new RequestFilter(RequestFilter.Late).AddressOf(RequestFilter.Address),
                late,
                TodayKind.Waiting));
        }

        if (due.GetValueOrDefault(true) is > 0 and var overdue)
        {
            tasks.Add(new TodayTask(
                overdue < 2 ? "échéance dépassée" : "échéances dépassées",
                "La date à laquelle la décision devait être prise est passée.",
                DueAddress(RequestFilter.Overdue),
                overdue,
                TodayKind.Waiting));
        }

        if (due.GetValueOrDefault(false) is > 0 and var thisWeek)
        {
            tasks.Add(new TodayTask(
                thisWeek < 2 ? "échéance cette semaine" : "échéances cette semaine",
                $"D’ici {French.Day(sunday)}.",
                DueAddress(RequestFilter.ThisWeek),
                thisWeek,
                TodayKind.Waiting));
        }

        if (unwanted > 0)
        {
            tasks.Add(new TodayTask(
                unwanted < 2 ? "demande mise de côté" : "demandes mises de côté",
                "Elles ressemblent à des envois automatiques : vérifiez qu’aucune n’est vraie.",
                new RequestFilter(RequestFilter.Unwanted).AddressOf(RequestFilter.Address),
                unwanted,
                TodayKind.Waiting));
        }

        return tasks;
    }

    private static string DueAddress(string due) => new RequestFilter(RequestFilter.All, Due: due, Order: RequestFilter.ByDueDate).AddressOf(RequestFilter.Address);
}
