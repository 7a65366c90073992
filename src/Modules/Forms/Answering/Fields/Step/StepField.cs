namespace Saas.Modules.Forms.Answering.Fields;

/// <summary>Opens a new page of the form, up to the next one.</summary>
internal sealed class StepField : Field
{
    public override string Title => "Nouvelle étape";

    public override string Icon => "files";

    public override FieldGroup Group => FieldGroup.Reading;

    public override bool Asks => false;
}
