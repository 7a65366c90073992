using Saas.Modules.Forms.Model;

namespace Saas.Modules.Forms.Answering.Fields;

internal sealed class ChoiceField : Field
{
    public override string Title => "Choix";

    public override string Icon => "list-ul";

    public override string Missing(Question question) => $"Choisissez une réponse à « {question.Label} ».";

    public override string? Refuse(Question question, string answer) =>
        question.Options.Contains(answer)
            ? null
            : $"« {answer} » ne fait pas partie des réponses proposées à « {question.Label} ». Choisissez-en une autre.";
}
