using Saas.Shell.Identity;
using Saas.Shell.Modules;

namespace Saas.Modules.Platform;

/// <summary>The operator's pages, on the platform's own host.</summary>
public sealed class PlatformModule : SaasModule
{
    public override string Name => "platform";

    public override string Title => "Plateforme";

    public override void Describe(ModuleBuilder module)
    {
        ArgumentNullException.ThrowIfNull(module);
        module.Permission(PlatformPermissions.Operate, "Tenir la plateforme", Role.Operator);
    }
}
