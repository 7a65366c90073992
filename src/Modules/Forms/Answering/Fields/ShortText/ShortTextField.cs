using Saas.Modules.Forms.Model;
using Saas.Shell.Web;

namespace Saas.Modules.Forms.Answering.Fields;

internal sealed class ShortTextField : Field
{
    private const int Longest = 200;

    public override string Title => "Texte court";

    public override string Icon => "pencil";

    public override string? Refuse(Question question, string answer) =>
        answer.Length <= Longest
            ? null
            : $"« {question.Label} » : {Longest} caractères au plus, vous en avez écrit {answer.Length.ToString("N0", French.Culture)}. Raccourcissez votre réponse.";

    public override string Show(Question question, string answer) =>
        string.Join(' ', answer.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
