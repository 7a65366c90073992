using Saas.Modules.Forms.Model;

namespace Saas.Modules.Forms.Answering.Fields;

internal sealed class TelephoneField : Field
{
    /// <summary>ITU-T E.164.</summary>
    private const int MostDigits = 15;

    private const int LeastDigitsAbroad = 8;

    public override string Title => "Téléphone";

    public override string Icon => "telephone";

    public override FieldGroup Group => FieldGroup.Identity;

    public override string Missing(Question question) => $"Indiquez un numéro de téléphone : « {question.Label} ».";

    public override string? Refuse(Question question, string answer, DateOnly today) =>
        National(answer) is not null || IsAbroad(answer)
            ? null
            : $"« {answer} » n’est pas un numéro de téléphone. Il en faut les dix chiffres, par exemple 06 12 34 56 78.";

    public override string Show(Question question, string answer) =>
        National(answer) is { } digits
            ? string.Join('\u00a0', digits.Chunk(2).Select(pair => new string(pair)))
            : answer;

    /// <summary>Ten digits from 0, whatever stands between them; <c>+33 6</c> is <c>06</c>.</summary>
    private static string? National(string answer)
    {
        var compact = Compact(answer);
        var national = compact.StartsWith("+33", StringComparison.Ordinal) ? "0" + compact[3..].TrimStart('0')
            : compact.StartsWith("0033", StringComparison.Ordinal) ? "0" + compact[4..].TrimStart('0')
            : compact;
        return national.Length == 10 && national[0] == '0' && national[1] != '0' && national.All(char.IsAsciiDigit) ? national : null;
    }

    private static bool IsAbroad(string answer)
    {
        var compact = Compact(answer);
        return compact.StartsWith('+') && compact[1..].All(char.IsAsciiDigit) && compact.Length - 1 is >= LeastDigitsAbroad and <= MostDigits;
    }

    private static string Compact(string answer) =>
        new string(answer.Where(letter => !char.IsWhiteSpace(letter) && letter is not ('.' or '-' or '/')).ToArray()).Replace("(0)", "", StringComparison.Ordinal);
}
