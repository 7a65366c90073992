using System.Text.RegularExpressions;
using Saas.Modules.Forms.Model;

namespace Saas.Modules.Forms.Answering.Fields;

/// <summary>What identifies a company (SIRET) or an association (RNA, or SIRET): CRPA R112-9-1.</summary>
internal sealed partial class CompanyNumberField : Field
{
    private const int SiretLength = 14;

    /// <summary>Its thousands of post offices exhausted the numbers that pass Luhn's check: their digits add up to a multiple of five.</summary>
    private const string LaPoste = "356000000";

    public override string Title => "Numéro SIRET ou RNA";

    public override string Icon => "bank";

    public override FieldGroup Group => FieldGroup.Identity;

    public override string Missing(Question question) => $"Indiquez le numéro SIRET ou RNA : « {question.Label} ».";

    public override string? Refuse(Question question, string answer, DateOnly today)
    {
        var number = Compact(answer);
        return IsSiret(number) || Rna().IsMatch(number) ? null
            : number.Length == SiretLength && number.All(char.IsAsciiDigit) ? $"« {answer} » contient une erreur : les quatorze chiffres d’un SIRET se contrôlent entre eux. Relisez-les."
            : $"« {answer} » n’est ni un SIRET (quatorze chiffres), ni un numéro RNA (W suivi de neuf chiffres).";
    }

    public override string Show(Question question, string answer)
    {
        var number = Compact(answer);
        return IsSiret(number) ? $"{number[..3]}\u00a0{number[3..6]}\u00a0{number[6..9]}\u00a0{number[9..]}" : number;
    }

    private static bool IsSiret(string number) =>
        number.Length == SiretLength
        && number.All(char.IsAsciiDigit)
        && (Luhn(number) || (number.StartsWith(LaPoste, StringComparison.Ordinal) && number.Sum(digit => digit - '0') % 5 == 0));

    private static bool Luhn(string number)
    {
        var sum = 0;
        for (var i = 0; i < number.Length; i++)
        {
            var digit = (number[^(i + 1)] - '0') * (i % 2 == 0 ? 1 : 2);
            sum += digit > 9 ? digit - 9 : digit;
        }

        return sum % 10 == 0;
    }

    private static string Compact(string answer) => new string([.. answer.Where(char.IsAsciiLetterOrDigit)]).ToUpperInvariant();

    /// <summary>Overseas, the digits after the first may be letters: W9R1000123.</summary>
    [GeneratedRegex(@"^W\d[0-9A-Z]\d{7}$")]
    private static partial Regex Rna();
}
