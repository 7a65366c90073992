using Saas.Modules.Forms.Model;
using Saas.Shell.Web;

namespace Saas.Modules.Forms.Answering.Fields;

internal sealed class LongTextField : Field
{
    public const int Longest = 5_000;

    public override string Title => "Texte long";

    public override string Icon => "chat-square-text";

    public override FieldGroup Group => FieldGroup.Text;

    public override string? Refuse(Question question, string answer, DateOnly today) =>
        answer.Length <= Longest
            ? null
            : $"« {question.Label} » : {Longest.ToString("N0", French.Culture)} caractères au plus, vous en avez écrit {answer.Length.ToString("N0", French.Culture)}. Raccourcissez votre réponse, ou joignez un document.";

    public override string Show(Question question, string answer) => answer.ReplaceLineEndings("\n").Trim();
}
