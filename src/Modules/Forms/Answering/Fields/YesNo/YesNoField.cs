using Saas.Modules.Forms.Model;

namespace Saas.Modules.Forms.Answering.Fields;

internal sealed class YesNoField : Field
{
    public static IReadOnlyList<string> Answers { get; } = ["Oui", "Non"];

    public override string Title => "Oui ou non";

    public override string Icon => "check-circle";

    public override FieldGroup Group => FieldGroup.Choices;

    public override Comparison Compares => Comparison.Options;

    public override IReadOnlyList<string> OptionsOf(Question question) => Answers;

    public override string Missing(Question question) => $"Répondez par oui ou par non : « {question.Label} ».";

    public override string? Refuse(Question question, string answer, DateOnly today) =>
        Answers.Contains(answer) ? null : Missing(question);
}
