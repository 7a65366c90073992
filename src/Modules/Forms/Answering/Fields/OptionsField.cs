using Saas.Modules.Forms.Composing;
using Saas.Modules.Forms.Model;

namespace Saas.Modules.Forms.Answering.Fields;

/// <summary>What the kinds share whose possible answers staff write.</summary>
internal abstract class OptionsField : Field
{
    public override FieldGroup Group => FieldGroup.Choices;

    public override bool HasOptions => true;

    public override Comparison Compares => Comparison.Options;

    public override IReadOnlyList<string> OptionsOf(Question question) => question.Options;

    public override IEnumerable<(string Control, string Sentence)> RefuseSettings(QuestionInput input)
    {
        if (input.Lines().Count < 2)
        {
            yield return (nameof(QuestionInput.Options), "Proposez au moins deux réponses différentes, une par ligne.");
        }
    }

    public override string? MissingBeforePublication(Question question) =>
        question.Options.Count < 2 ? $"La question « {question.Label} » doit proposer au moins deux réponses." : null;

    protected static string NotProposed(Question question, string answer) =>
        $"« {answer} » ne fait pas partie des réponses proposées à « {question.Label} ». Choisissez-en une autre.";
}
