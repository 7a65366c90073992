using Saas.Modules.Forms.Model;

namespace Saas.Modules.Forms.Answering.Fields;

internal sealed class ChoiceField : OptionsField
{
    public override string Title => "Choix d’une réponse";

    public override string Icon => "list-ul";

    public override string Missing(Question question) => $"Choisissez une réponse à « {question.Label} ».";

    public override string? Refuse(Question question, string answer, DateOnly today) =>
        question.Options.Contains(answer) ? null : NotProposed(question, answer);
}
