using System.Globalization;
using System.Text.Json.Serialization;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Model;

/// <summary>When an event takes place, in the commune's own days and hours.</summary>
/// <param name="StartsAt">Null: all day.</param>
/// <param name="EndsOn">Included.</param>
internal sealed record EventTiming(DateOnly StartsOn, TimeOnly? StartsAt, DateOnly EndsOn, TimeOnly? EndsAt, Repetition Repeats, DateOnly? RepeatsUntil)
{
    [JsonIgnore]
    public DateOnly LastOn => Repeats == Repetition.Never ? EndsOn : (RepeatsUntil ?? StartsOn).AddDays(EndsOn.DayNumber - StartsOn.DayNumber);

    /// <summary>The days on which it begins and that are not over on this day, the first ones.</summary>
    public IEnumerable<DateOnly> From(DateOnly day, int most) => Repeats == Repetition.Never
        ? EndsOn >= day ? [StartsOn] : []
        : new CalendarEvent { DtStart = new CalDateTime(StartsOn), RecurrenceRule = Rule }
            .GetOccurrences(new CalDateTime(day.AddDays(StartsOn.DayNumber - EndsOn.DayNumber)))
            .Select(occurrence => occurrence.Period.StartTime.Date)
            .Take(most);

    /// <summary>RFC 5545, 3.3.10; null when it happens once.</summary>
    [JsonIgnore]
    public RecurrenceRule? Rule => Repeats == Repetition.Never ? null : new RecurrenceRule(string.Create(
        CultureInfo.InvariantCulture,
        $"{Frequency};UNTIL={(RepeatsUntil ?? StartsOn):yyyyMMdd}{(StartsAt is null ? "" : "T235959")}"));

    /// <summary>« samedi 28 novembre 2026 de 10 h à 18 h ».</summary>
    public string InWords(DateOnly? on = null)
    {
        var start = on ?? StartsOn;
        var end = start.AddDays(EndsOn.DayNumber - StartsOn.DayNumber);
        if (end == start)
        {
            return $"{French.Day(start)}{Hours}";
        }

        return $"du {French.Day(start)}{(StartsAt is { } from ? $" à {French.Hour(from)}" : "")} au {French.Day(end)}{(EndsAt is { } to ? $" à {French.Hour(to)}" : "")}";
    }

    /// <summary>« tous les samedis jusqu’au 26 juin 2027 »; null when it happens once.</summary>
    [JsonIgnore]
    public string? RepetitionInWords => Repeats == Repetition.Never ? null
        : $"{Repeats.Title(StartsOn)}{(RepeatsUntil is { } until ? $", jusqu’au {French.Day(until)}" : "")}";

    /// <summary>For machines (ISO 8601), in the commune's own time.</summary>
    public static string Written(DateOnly day, TimeOnly? time) =>
        day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + (time is { } at ? "T" + at.ToString("HH:mm", CultureInfo.InvariantCulture) : "");

    private string Hours => (StartsAt, EndsAt) switch
    {
        ({ } from, { } to) => $" de {French.Hour(from)} à {French.Hour(to)}",
        ({ } from, null) => $" à {French.Hour(from)}",
        _ => "",
    };

    private string Frequency => Repeats switch
    {
        Repetition.Weekly => "FREQ=WEEKLY",
        Repetition.EveryTwoWeeks => "FREQ=WEEKLY;INTERVAL=2",
        Repetition.MonthlyByDay => $"FREQ=MONTHLY;BYDAY={(IsLastOfMonth ? "-1" : $"{((StartsOn.Day - 1) / 7) + 1}")}{StartsOn.DayOfWeek.ToString()[..2].ToUpperInvariant()}",
        Repetition.Monthly => "FREQ=MONTHLY",
        _ => "FREQ=YEARLY",
    };

    // The fifth Saturday is rare: who says it means the last one.
    private bool IsLastOfMonth => StartsOn.Day > 28;
}

/// <summary>How an event comes again. Stored by name.</summary>
internal enum Repetition
{
    Never,
    Weekly,
    EveryTwoWeeks,

    /// <summary>The first Saturday of each month.</summary>
    MonthlyByDay,

    /// <summary>The 14th of each month.</summary>
    Monthly,
    Yearly,
}

internal static class Repetitions
{
    public static string Title(this Repetition repetition) => repetition switch
    {
        Repetition.Never => "Une seule fois",
        Repetition.Weekly => "Chaque semaine, le même jour",
        Repetition.EveryTwoWeeks => "Une semaine sur deux",
        Repetition.MonthlyByDay => "Chaque mois, le même jour de la semaine (le premier samedi…)",
        Repetition.Monthly => "Chaque mois, à la même date (le 14…)",
        _ => "Chaque année, à la même date",
    };

    /// <summary>« chaque samedi ».</summary>
    public static string Title(this Repetition repetition, DateOnly day)
    {
        var weekday = day.ToString("dddd", French.Culture);
        return repetition switch
        {
            Repetition.Weekly => $"chaque {weekday}",
            Repetition.EveryTwoWeeks => $"un {weekday} sur deux",
            Repetition.MonthlyByDay => $"le {(day.Day > 28 ? "dernier" : Ordinals[(day.Day - 1) / 7])} {weekday} du mois",
            Repetition.Monthly => $"le {(day.Day == 1 ? "1er" : day.Day.ToString(CultureInfo.InvariantCulture))} de chaque mois",
            _ => $"chaque année le {French.DayAndMonth(day)}",
        };
    }

    private static readonly string[] Ordinals = ["premier", "deuxième", "troisième", "quatrième"];
}
