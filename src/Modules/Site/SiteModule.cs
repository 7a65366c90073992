using Saas.Shell.Modules;

namespace Saas.Modules.Site;

/// <summary>The commune's public site: home, pages, news, town hall.</summary>
public sealed class SiteModule : SaasModule
{
    public override string Name => "site";

    public override string Title => "Site";

    public override void Describe(ModuleBuilder module)
    {
    }
}
