using Microsoft.Extensions.Primitives;
using Saas.Modules.Forms.Model;

namespace Saas.Modules.Forms.Answering.Fields;

/// <summary>A postal address in free text, kept as four lines: street, complement, postal code, town. Foreign ones pass.</summary>
internal sealed class AddressField : Field
{
    private const int Longest = 200;

    private const int Street = 0;

    private const int Town = 3;

    /// <summary>Label and autocomplete token of each part.</summary>
    public static IReadOnlyList<(string Label, string Token)> Parts { get; } =
    [
        ("Numéro et rue, ou lieu-dit", "address-line1"),
        ("Complément : appartement, bâtiment", "address-line2"),
        ("Code postal", "postal-code"),
        ("Ville ou village", "address-level2"),
    ];

    public override string Title => "Adresse postale";

    public override string Icon => "geo-alt";

    public override FieldGroup Group => FieldGroup.Identity;

    public static IReadOnlyList<string> PartsOf(string answer) => [.. answer.Split('\n').Concat(["", "", "", ""]).Take(Parts.Count)];

    public override string Read(StringValues sent)
    {
        var parts = Parts.Select((_, i) => (sent.ElementAtOrDefault(i) ?? "").ReplaceLineEndings(" ").Trim()).ToList();
        return parts.All(part => part.Length == 0) ? "" : string.Join('\n', parts);
    }

    public override string Missing(Question question) => $"Indiquez une adresse : « {question.Label} ».";

    public override string? Refuse(Question question, string answer, DateOnly today)
    {
        var parts = PartsOf(answer);
        return parts.FirstOrDefault(part => part.Length > Longest) is not null ? $"« {question.Label} » : chaque ligne a {Longest} caractères au plus."
            : parts[Street].Length == 0 ? $"« {question.Label} » : indiquez le numéro et la rue, ou le lieu-dit."
            : parts[Town].Length == 0 ? $"« {question.Label} » : indiquez la ville ou le village."
            : null;
    }

    public override string Show(Question question, string answer)
    {
        var parts = PartsOf(answer);
        return string.Join(", ", new[] { parts[0], parts[1], $"{parts[2]} {parts[3]}".Trim() }.Where(part => part.Length > 0));
    }
}
