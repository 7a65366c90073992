using Saas.Shell.Modules;

namespace Saas.Modules.Forms;

/// <summary>Online procedures: staff compose and publish them, residents answer them.</summary>
public sealed class FormsModule : SaasModule
{
    public override string Name => "forms";

    public override string Title => "Démarches";

    public override void Describe(ModuleBuilder module)
    {
    }
}
