using System.Globalization;
using Saas.Modules.Forms.Model;
using Saas.Shell.Web;

namespace Saas.Modules.Forms.Answering.Fields;

internal sealed class TimeField : Field
{
    public override string Title => "Heure";

    public override string Icon => "clock";

    public override FieldGroup Group => FieldGroup.Figures;

    public override string Missing(Question question) => $"Indiquez une heure : « {question.Label} ».";

    public override string? Refuse(Question question, string answer, DateOnly today) =>
        Read(answer) is null ? $"« {answer} » n’est pas une heure. Écrivez-la comme 14 h 30 ou 9 h." : null;

    public override string Show(Question question, string answer) => Read(answer) is { } time ? French.Hour(time) : answer;

    /// <summary>« 14 h 30 », « 14:30 », « 1430 », « 9h », « 9 ».</summary>
    internal static TimeOnly? Read(string answer)
    {
        var parts = answer.ToLowerInvariant().Replace("heures", "h", StringComparison.Ordinal).Replace("min", "", StringComparison.Ordinal)
            .Split([' ', '\u00a0', 'h', ':', '.', ','], StringSplitOptions.RemoveEmptyEntries);
        var digits = parts is [{ Length: 3 or 4 } together] ? [together[..^2], together[^2..]] : parts;
        return digits.Length is 1 or 2
            && int.TryParse(digits[0], NumberStyles.None, CultureInfo.InvariantCulture, out var hour)
            && int.TryParse(digits.ElementAtOrDefault(1) ?? "0", NumberStyles.None, CultureInfo.InvariantCulture, out var minute)
            && hour is >= 0 and < 24 && minute is >= 0 and < 60
            ? new TimeOnly(hour, minute)
            : null;
    }
}
