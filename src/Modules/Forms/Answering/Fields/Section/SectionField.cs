namespace Saas.Modules.Forms.Answering.Fields;

/// <summary>A title above the questions that follow, up to the next section or step. Its condition is theirs too.</summary>
internal sealed class SectionField : Field
{
    public override string Title => "Titre de section";

    public override string Icon => "list";

    public override FieldGroup Group => FieldGroup.Reading;

    public override bool Asks => false;
}
