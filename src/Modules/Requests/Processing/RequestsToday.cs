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
        var tasks = new List<TodayTask>();
        if (toDealWith.Count > 0)
        {
            tasks.Add(new TodayTask(
                French.Count(toDealWith.Count, "demande à traiter", "demandes à traiter"),
                toDealWith.Min() is { } oldest ? $"La plus ancienne attend depuis {Since(oldest)}." : "",
                RequestFilter.AddressOf(RequestFilter.ToDealWith),
                toDealWith.Count,
                TodayKind.Waiting));
        }

        if (late > 0)
        {
            tasks.Add(new TodayTask(
                French.Count(late, "demande en retard", "demandes en retard"),
                "Sans réponse depuis plus de 7 jours.",
                RequestFilter.AddressOf(RequestFilter.Late),
                late,
                TodayKind.Waiting));
        }

        if (unwanted > 0)
        {
            tasks.Add(new TodayTask(
                French.Count(unwanted, "demande mise de côté", "demandes mises de côté"),
                "Elles ressemblent à des envois automatiques : vérifiez qu’aucune n’est vraie.",
                RequestFilter.AddressOf(RequestFilter.Unwanted),
                unwanted,
                TodayKind.Waiting));
        }

        return tasks;
    }

    /// <summary>« aujourd’hui », « hier », « 9 jours ».</summary>
    private string Since(DateTimeOffset instant)
    {
        var days = clock.Today.DayNumber - DateOnly.FromDateTime(clock.ToLocal(instant)).DayNumber;
        return days switch
        {
            <= 0 => "aujourd’hui",
            1 => "hier",
            _ => French.Count(days, "jour", "jours"),
        };
    }
}
