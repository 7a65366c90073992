using Saas.Shell.Modules;

namespace Saas.Modules.Requests;

/// <summary>Every request of the commune, whatever it came from: inbox, answers, follow-up by reference and code.</summary>
public sealed class RequestsModule : SaasModule
{
    public override string Name => "requests";

    public override string Title => "Demandes";

    public override void Describe(ModuleBuilder module)
    {
    }
}
