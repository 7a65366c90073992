using Saas.Modules.Forms.Model;

namespace Saas.Modules.Forms.Answering.Fields;

internal sealed class EmailField : Field
{
    public override string Title => "Adresse e-mail";

    public override string Icon => "envelope";

    public override string Missing(Question question) => $"Indiquez une adresse e-mail : « {question.Label} ».";

    public override string? Refuse(Question question, string answer) =>
        Form.IsAddress(answer)
            ? null
            : $"« {answer} » n’est pas une adresse e-mail. Vérifiez qu’elle s’écrit comme prenom.nom@exemple.fr, sans espace.";
}
