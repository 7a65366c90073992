namespace Saas.Modules.Forms.Answering.Fields;

internal sealed class InformationField : Field
{
    public override string Title => "Texte d’information";

    public override string Icon => "info-circle-fill";

    public override FieldGroup Group => FieldGroup.Reading;

    public override bool Asks => false;
}
