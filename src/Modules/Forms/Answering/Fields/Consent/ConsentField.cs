using Microsoft.Extensions.Primitives;
using Saas.Modules.Forms.Model;

namespace Saas.Modules.Forms.Answering.Fields;

/// <summary>The question is what the resident states or accepts by ticking it.</summary>
internal sealed class ConsentField : Field
{
    public const string Given = "Oui";

    public override string Title => "Case à cocher, engagement";

    public override string Icon => "check-lg";

    public override FieldGroup Group => FieldGroup.Choices;

    public override string Read(StringValues sent) => sent.Contains(Given) ? Given : "";

    public override string Missing(Question question) => $"Cochez la case « {question.Label} » pour pouvoir envoyer.";

    public override string? Refuse(Question question, string answer, DateOnly today) => answer == Given ? null : Missing(question);
}
