using System.Globalization;

namespace Saas.Shell.Web;

/// <summary>Dates, hours and sizes as they are written in French, with the non-breaking spaces of the typographers.</summary>
public static class French
{
    private const char Nbsp = '\u00a0';

    private static readonly char[] Breaks = [' ', '\t', '\n', '\v', '\f', '\r', '\u0085', '\u2028', '\u2029'];

    public static CultureInfo Culture { get; } = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>The order of a French dictionary: the database's own puts É after Z.</summary>
    public static StringComparer Alphabet { get; } = StringComparer.Create(Culture, ignoreCase: true);

    /// <summary>A text of one line, with single spaces; those that do not break stay.</summary>
    public static string OneLine(string? text) => string.Join(' ', (text ?? "").Split(Breaks, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A number as a telephone takes it from anywhere, for <c>tel:</c> (RFC 3966): « +33465710010 ».</summary>
    public static string Dialled(string telephone)
    {
        ArgumentNullException.ThrowIfNull(telephone);
        var signs = string.Concat(telephone.Where(sign => char.IsAsciiDigit(sign) || sign == '+'));
        return signs is ['0', .. { Length: 9 } national] ? $"+33{national}" : signs;
    }

    /// <summary>« lundi 23 novembre 2026 », « lundi 1er juin 2026 ».</summary>
    public static string Day(DateOnly day) =>
        $"{day.ToString("dddd", Culture)} {DayAndMonth(day)} {day.Year.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>« 23 novembre ».</summary>
    public static string DayAndMonth(DateOnly day) =>
        $"{(day.Day == 1 ? "1er" : day.Day.ToString(CultureInfo.InvariantCulture))}{Nbsp}{day.ToString("MMMM", Culture)}";

    /// <summary>« 23/11/2026 », for tables.</summary>
    public static string ShortDay(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>« 14 h 30 », « 9 h ».</summary>
    public static string Hour(TimeOnly time) => time.Minute == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{time.Hour}{Nbsp}h")
        : string.Create(CultureInfo.InvariantCulture, $"{time.Hour}{Nbsp}h{Nbsp}{time.Minute:00}");

    /// <summary>« lundi 23 novembre 2026 à 14 h 30 ».</summary>
    public static string Moment(DateTime local) => $"{Day(DateOnly.FromDateTime(local))} à {Hour(TimeOnly.FromDateTime(local))}";

    /// <summary>« 350 ko », « 1,2 Mo », « 20 Go ».</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1_000 => $"{bytes.ToString(Culture)}{Nbsp}octets",
        < 1_000_000 => $"{(bytes / 1_000).ToString(Culture)}{Nbsp}ko",
        < 1_000_000_000 => $"{(bytes / 1_000_000m).ToString("0.#", Culture)}{Nbsp}Mo",
        _ => $"{(bytes / 1_000_000_000m).ToString("0.#", Culture)}{Nbsp}Go",
    };

    /// <summary>« 1 demande », « 12 demandes ».</summary>
    public static string Count(int number, string one, string many) => $"{number.ToString("N0", Culture)}{Nbsp}{(number < 2 ? one : many)}";
}
