namespace Saas.Modules.Site.Model;

/// <summary>The public holidays of a département (code du travail, L3133-1, L3134-13 and L3422-2).</summary>
internal sealed class PublicHolidays(string departement)
{
    /// <summary>The holiday's name, or null on an ordinary day.</summary>
    public string? NameOf(DateOnly day) => Fixed(day) ?? Moving(day) ?? (InAlsaceMoselle ? LocalLaw(day) : AbolitionOfSlavery(day));

    // Good Friday is a holiday there only where a Protestant church stands; communes without one are rare enough to say it in exceptional hours.
    private bool InAlsaceMoselle => departement is "57" or "67" or "68";

    /// <summary>Easter Sunday, by the anonymous Gregorian algorithm (Meeus).</summary>
    public static DateOnly Easter(int year)
    {
        var golden = year % 19;
        var century = year / 100;
        var ofCentury = year % 100;
        var correction = (century + 8) / 25;
        var epact = ((19 * golden) + century - (century / 4) - ((century - correction + 1) / 3) + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (ofCentury / 4)) - epact - (ofCentury % 4)) % 7;
        var late = (golden + (11 * epact) + (22 * weekday)) / 451;
        var count = epact + weekday - (7 * late) + 114;
        return new DateOnly(year, count / 31, (count % 31) + 1);
    }

    private static string? Fixed(DateOnly day) => (day.Month, day.Day) switch
    {
        (1, 1) => "jour de l’An",
        (5, 1) => "fête du Travail",
        (5, 8) => "victoire de 1945",
        (7, 14) => "fête nationale",
        (8, 15) => "Assomption",
        (11, 1) => "Toussaint",
        (11, 11) => "armistice de 1918",
        (12, 25) => "Noël",
        _ => null,
    };

    private static string? Moving(DateOnly day) => (day.DayNumber - Easter(day.Year).DayNumber) switch
    {
        1 => "lundi de Pâques",
        39 => "Ascension",
        50 => "lundi de Pentecôte",
        _ => null,
    };

    private static string? LocalLaw(DateOnly day) =>
        day is { Month: 12, Day: 26 } ? "Saint-Étienne"
        : day == Easter(day.Year).AddDays(-2) ? "Vendredi saint"
        : null;

    private string? AbolitionOfSlavery(DateOnly day) => (departement, day.Month, day.Day) switch
    {
        ("971", 5, 27) or ("972", 5, 22) or ("973", 6, 10) or ("974", 12, 20) or ("976", 4, 27) or ("977", 10, 9) or ("978", 5, 28) => "abolition de l’esclavage",
        _ => null,
    };
}
