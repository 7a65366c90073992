using Saas.Shell.Web;

namespace Saas.Modules.Site.Model;

/// <summary>Whether the town hall is open, in one sentence, and until when that sentence is true (in the commune's own time).</summary>
internal sealed record Opening(string Sentence, bool OpenNow, DateTime TrueUntil)
{
    /// <summary>Beyond, « Fermé » alone: nobody waits two months at the door.</summary>
    private const int DaysAhead = 60;

    /// <summary>Null when the commune has not said its hours.</summary>
    public static Opening? At(DateTime now, SiteSettings hall, PublicHolidays holidays)
    {
        if (!hall.KnowsHours)
        {
            return null;
        }

        var today = DateOnly.FromDateTime(now);
        var time = TimeOnly.FromDateTime(now);
        var midnight = today.AddDays(1).ToDateTime(TimeOnly.MinValue);
        if (RangesOf(today, hall, holidays).FirstOrDefault(range => range.From <= time && time < range.To) is { } current)
        {
            return new Opening($"Ouvert jusqu’à {French.Hour(current.To)}", OpenNow: true, today.ToDateTime(current.To));
        }

        if (RangesOf(today, hall, holidays).FirstOrDefault(range => range.From > time) is { } later)
        {
            return new Opening($"Fermé, ouvre à {French.Hour(later.From)}", OpenNow: false, today.ToDateTime(later.From));
        }

        for (var ahead = 1; ahead <= DaysAhead; ahead++)
        {
            var day = today.AddDays(ahead);
            if (RangesOf(day, hall, holidays) is [var first, ..])
            {
                var when = ahead == 1 ? "demain" : $"{day.ToString("dddd", French.Culture)} {French.DayAndMonth(day)}";
                return new Opening($"Fermé, ouvre {when} à {French.Hour(first.From)}", OpenNow: false, midnight);
            }
        }

        return new Opening("Fermé", OpenNow: false, midnight);
    }

    /// <summary>The hours of that very day: none on a public holiday or during an exceptional closure.</summary>
    public static IReadOnlyList<OpeningRange> RangesOf(DateOnly day, SiteSettings hall, PublicHolidays holidays) =>
        holidays.NameOf(day) is not null || hall.Closures.Any(closure => closure.Covers(day))
            ? []
            : [.. hall.Week.Where(hours => hours.Day == day.DayOfWeek).SelectMany(hours => hours.Ranges).OrderBy(range => range.From)];

    /// <summary>« 9 h – 12 h, 14 h – 17 h 30 », « fermé ».</summary>
    public static string InWords(IReadOnlyList<OpeningRange> ranges) =>
        ranges.Count == 0 ? "fermé" : string.Join(", ", ranges.Select(range => $"{French.Hour(range.From)} – {French.Hour(range.To)}"));
}
