using System.Globalization;
using Saas.Shell.Tenancy;
using Saas.Shell.Web;

namespace Saas.Modules.Site.Model;

/// <summary>When one kind of waste is collected in one part of the commune. What to do with the bin is the summary.</summary>
internal sealed class WasteRound(Guid id, string slug) : Content(id, slug)
{
    /// <summary>A round may be moved by this much at most.</summary>
    public const int LongestDelay = 14;

    public const int LongestExceptions = 3_000;

    /// <summary>The part of the commune; empty: all of it.</summary>
    public string Place { get; private set; } = "";

    public DateOnly StartsOn { get; private set; }

    public Repetition Repeats { get; private set; }

    public DateOnly? RepeatsUntil { get; private set; }

    public WasteFacts Facts { get; private set; } = WasteFacts.None;

    public EventTiming Timing => new(StartsOn, StartsAt: null, StartsOn, EndsAt: null, Repeats, RepeatsUntil);

    public override ContentKind Kind => ContentKind.Waste;

    public override Wording Wording => new WasteWording(Title, Summary, Place, Timing, Facts);

    public override bool IsEmpty => false;

    /// <summary>« mardi 2 décembre ».</summary>
    public static string InWords(DateOnly day) => $"{day.ToString("dddd", French.Culture)} {French.DayAndMonth(day)}";

    /// <summary>The days on which it is collected from this one on, moved ones at their new place.</summary>
    public IEnumerable<DateOnly> From(DateOnly day, int most)
    {
        var moved = RoundChange.Read(Facts.Exceptions).ToDictionary(change => change.From, change => change.To);
        return Timing.From(day.AddDays(-LongestDelay), most + (2 * LongestDelay) + moved.Count)
            .Select(usual => moved.TryGetValue(usual, out var to) ? to : usual)
            .OfType<DateOnly>()
            .Where(actual => actual >= day)
            .Order()
            .Take(most);
    }

    public override string Gist(TenantWords words) => Timing.RepetitionInWords ?? Timing.InWords();

    protected override void Take(Wording wording)
    {
        var said = (WasteWording)wording;
        (Place, Facts) = (said.Place, said.Facts);
        (StartsOn, Repeats, RepeatsUntil) = (said.Timing.StartsOn, said.Timing.Repeats, said.Timing.RepeatsUntil);
        LastOn = RoundChange.Read(Facts.Exceptions).Select(change => change.To).OfType<DateOnly>().Append(said.Timing.LastOn).Max();
    }
}

/// <param name="Exceptions">Days that are left out or moved, a line each, as <see cref="RoundChange"/> writes them.</param>
internal sealed record WasteFacts(Waste Waste, string Exceptions)
{
    public static readonly WasteFacts None = new(Waste.Household, "");
}

/// <summary>A day of collection that is left out, or moved to another.</summary>
internal sealed record RoundChange(DateOnly From, DateOnly? To)
{
    private const string Format = "dd/MM/yyyy";

    private static readonly string[] Arrows = ["→", "->", ">", "="];

    /// <summary>« 25/12/2026 → 26/12/2026 », « 01/05/2027 ».</summary>
    public string InWords => To is { } to ? $"{French.ShortDay(From)} → {French.ShortDay(to)}" : French.ShortDay(From);

    public static IEnumerable<RoundChange> Read(string lines) => lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Parse).OfType<RoundChange>();

    /// <summary>Null when it is none.</summary>
    public static RoundChange? Parse(string line)
    {
        var days = line.Split(Arrows, StringSplitOptions.TrimEntries);
        return days.Length > 2 || Day(days[0]) is not { } from || (days.Length == 2 && Day(days[1]) is null)
            ? null
            : new RoundChange(from, days.Length == 2 ? Day(days[1]) : null);
    }

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text.Trim(), [Format, "d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

/// <summary>In the order of the screens. Stored by name.</summary>
internal enum Waste
{
    Household,
    Recyclable,
    Glass,
    Garden,
    Food,
    Bulky,
}

internal static class Wastes
{
    public static string Title(this Waste waste) => waste switch
    {
        Waste.Household => "Ordures ménagères",
        Waste.Recyclable => "Emballages et papiers",
        Waste.Glass => "Verre",
        Waste.Garden => "Déchets verts",
        Waste.Food => "Biodéchets",
        _ => "Encombrants",
    };
}
