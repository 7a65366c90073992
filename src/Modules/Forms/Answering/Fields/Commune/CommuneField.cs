using Saas.Modules.Forms.Model;

namespace Saas.Modules.Forms.Answering.Fields;

/// <summary>The name of a commune. Those of France are proposed; a foreign town, or a commune since merged, is taken as written.</summary>
internal sealed class CommuneField : Field
{
    private const int Longest = 120;

    public override string Title => "Commune";

    public override string Icon => "building";

    public override FieldGroup Group => FieldGroup.Identity;

    public override string Missing(Question question) => $"Indiquez une commune : « {question.Label} ».";

    public override string? Refuse(Question question, string answer, DateOnly today) =>
        answer.Length > Longest || !answer.Any(char.IsLetter)
            ? $"« {question.Label} » : écrivez le nom de la commune en toutes lettres, {Longest} caractères au plus."
            : null;
}
