using Microsoft.Extensions.Primitives;
using Saas.Modules.Forms.Model;

namespace Saas.Modules.Forms.Answering.Fields;

/// <summary>Kept one answer per line, in the order of the form.</summary>
internal sealed class SeveralChoicesField : OptionsField
{
    public override string Title => "Choix de plusieurs réponses";

    public override string Icon => "ui-checks";

    public static IReadOnlyList<string> Chosen(string answer) => answer.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public override string Read(StringValues sent) => string.Join('\n', sent.Where(line => !string.IsNullOrWhiteSpace(line)));

    public override bool Says(string answer, string option) => Chosen(answer).Contains(option);

    public override string Missing(Question question) => $"Cochez au moins une réponse à « {question.Label} ».";

    public override string? Refuse(Question question, string answer, DateOnly today) =>
        Chosen(answer).FirstOrDefault(line => !question.Options.Contains(line)) is { } stranger ? NotProposed(question, stranger) : null;

    public override string Show(Question question, string answer) => string.Join(" ; ", Chosen(answer).Distinct());
}
