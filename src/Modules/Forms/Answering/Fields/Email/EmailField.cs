using Saas.Modules.Forms.Model;

namespace Saas.Modules.Forms.Answering.Fields;

internal sealed class EmailField : Field
{
    public override string Title => "Adresse e-mail";

    public override string Icon => "envelope";

    public override FieldGroup Group => FieldGroup.Identity;

    public override QuestionRole SenderRole => QuestionRole.SenderEmail;

    public override string Missing(Question question) => $"Indiquez une adresse e-mail : « {question.Label} ».";

    public override string? Refuse(Question question, string answer, DateOnly today) =>
        Form.IsAddress(answer)
            ? null
            : $"« {answer} » n’est pas une adresse e-mail. Vérifiez qu’elle s’écrit comme prenom.nom@exemple.fr, sans espace.";

    public override string? Doubt(string answer)
    {
        var at = answer.LastIndexOf('@');
        return at > 0 && MailDomains.Meant(answer[(at + 1)..]) is { } domain
            ? $"Vouliez-vous écrire {answer[..at]}@{domain} ? Si « {answer} » est bien votre adresse, envoyez à nouveau."
            : null;
    }
}
