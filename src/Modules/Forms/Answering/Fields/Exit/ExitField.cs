using Saas.Modules.Forms.Model;

namespace Saas.Modules.Forms.Answering.Fields;

/// <summary>An end for those whom the procedure does not concern, said before they fill in the rest.</summary>
internal sealed class ExitField : Field
{
    public override string Title => "Fin : vous n’êtes pas concerné";

    public override string Icon => "flag";

    public override FieldGroup Group => FieldGroup.Reading;

    public override bool Asks => false;

    public override string? MissingBeforePublication(Question question) => question.When is null
        ? $"« {question.Label} » arrête tout le monde : indiquez à qui cette fin s’adresse, dans « Quand l’afficher ? »."
        : null;
}
