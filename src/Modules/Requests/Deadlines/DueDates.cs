using Saas.Shell.Web;

namespace Saas.Modules.Requests.Deadlines;

/// <summary>Due dates in the words of the screen.</summary>
internal static class DueDates
{
    /// <summary>« dans 12 jours », « aujourd’hui », « dépassée de 3 jours ».</summary>
    public static string Distance(DateOnly due, DateOnly today) => (due.DayNumber - today.DayNumber) switch
    {
        0 => "aujourd’hui",
        1 => "demain",
        > 1 and var days => $"dans {French.Count(days, "jour", "jours")}",
        var days => $"dépassée de {French.Count(-days, "jour", "jours")}",
    };
}
