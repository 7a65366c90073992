using System.Globalization;
using Saas.Modules.Forms.Model;
using Saas.Shell.Web;

namespace Saas.Modules.Forms.Answering.Fields;

/// <summary>
/// A date in one text field: it reads however people write it, needs no script, and shows a mistaken date again as it was typed,
/// which a browser's own date picker does not.
/// </summary>
internal sealed class DateField : Field
{
    /// <summary>Which dates are possible on the day they are given: « past », « future », or any.</summary>
    public const string When = "When";

    /// <summary>Stands for the day of the answer in conditions.</summary>
    public const string Today = "aujourd’hui";

    public const string Past = "past";

    public const string Future = "future";

    private static readonly string[] Formats = ["d/M/yyyy", "ddMMyyyy", "yyyy/M/d", "d/MMMM/yyyy", "d/MMM/yyyy"];

    public override string Title => "Date";

    public override string Icon => "calendar3";

    public override FieldGroup Group => FieldGroup.Figures;

    public override Comparison Compares => Comparison.Days;

    public override IReadOnlyList<string> Settings => [When];

    public override string Missing(Question question) => $"Indiquez une date : « {question.Label} ».";

    public override string? Refuse(Question question, string answer, DateOnly today) => (Read(answer), question.Setting(When)) switch
    {
        (null, _) => $"« {answer} » n’est pas une date. Écrivez le jour, le mois et l’année avec quatre chiffres, par exemple 23/11/2026.",
        ({ } day, Past) when day > today => $"« {question.Label} » : le {French.ShortDay(day)} n’est pas encore passé. Vérifiez l’année.",
        ({ } day, Future) when day < today => $"« {question.Label} » : le {French.ShortDay(day)} est déjà passé. Indiquez une date à venir.",
        _ => null,
    };

    public override string Show(Question question, string answer) =>
        Read(answer) is { } day
            ? $"{French.DayAndMonth(day)} {day.Year.ToString(CultureInfo.InvariantCulture)}"
            : answer;

    /// <summary>Of a condition: a day, « aujourd’hui », or the day on which one who is « 18 ans » old today was born.</summary>
    public override decimal? Measure(string text, DateOnly today) =>
        text.Equals(Today, StringComparison.OrdinalIgnoreCase) ? today.DayNumber
        : Age(text) is { } years && years < today.Year ? today.AddYears(-years).DayNumber
        : Read(text)?.DayNumber;

    /// <summary>« 18 ans » is 18.</summary>
    internal static int? Age(string text) =>
        text.Split([' ', '\u00a0'], StringSplitOptions.RemoveEmptyEntries) is [var years, "an" or "ans"]
        && int.TryParse(years, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and < 130
            ? count
            : null;

    internal static DateOnly? Read(string answer)
    {
        var parts = answer.Replace("1er", "1", StringComparison.OrdinalIgnoreCase).Split([' ', '\u00a0', '/', '.', '-'], StringSplitOptions.RemoveEmptyEntries);
        return DateOnly.TryParseExact(string.Join('/', parts), Formats, French.Culture, DateTimeStyles.None, out var day) && day.Year is >= 1850 and <= 2150
            ? day
            : null;
    }
}
