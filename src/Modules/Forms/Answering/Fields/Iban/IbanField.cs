using System.Text.RegularExpressions;
using Saas.Modules.Forms.Model;

namespace Saas.Modules.Forms.Answering.Fields;

/// <summary>ISO 13616: two letters, two check digits, and the account; the whole is 1 modulo 97.</summary>
internal sealed partial class IbanField : Field
{
    private const int FrenchLength = 27;

    public override string Title => "Compte bancaire (IBAN)";

    public override string Icon => "credit-card";

    public override FieldGroup Group => FieldGroup.Identity;

    public override string Missing(Question question) => $"Indiquez un IBAN : « {question.Label} ».";

    public override string? Refuse(Question question, string answer, DateOnly today)
    {
        var iban = Compact(answer);
        return !Shape().IsMatch(iban) ? $"« {answer} » n’est pas un IBAN. Il commence par deux lettres, par exemple FR76, et figure sur votre relevé d’identité bancaire."
            : iban.StartsWith("FR", StringComparison.Ordinal) && iban.Length != FrenchLength ? $"Un IBAN français a {FrenchLength} caractères ; celui-ci en a {iban.Length}. Relisez-le."
            : Remainder(iban) != 1 ? "Cet IBAN contient une erreur : ses chiffres se contrôlent entre eux. Relisez-le."
            : null;
    }

    public override string Show(Question question, string answer) =>
        string.Join('\u00a0', Compact(answer).Chunk(4).Select(four => new string(four)));

    private static int Remainder(string iban)
    {
        var remainder = 0;
        foreach (var letter in iban[4..] + iban[..4])
        {
            remainder = char.IsAsciiDigit(letter)
                ? ((remainder * 10) + (letter - '0')) % 97
                : ((remainder * 100) + (letter - 'A' + 10)) % 97;
        }

        return remainder;
    }

    private static string Compact(string answer) => new string([.. answer.Where(char.IsAsciiLetterOrDigit)]).ToUpperInvariant();

    [GeneratedRegex(@"^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$")]
    private static partial Regex Shape();
}
