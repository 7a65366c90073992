using Saas.Shell.Jobs;

namespace Saas.Shell.Assistance;

/// <summary>When the time of a consent is over, says so in both trails: its sessions have opened nothing since.</summary>
internal sealed class CloseAssistance(AssistanceConsents consents) : ITenantJob
{
    public const string Kind = "shell.close-assistance";

    public Task RunAsync(Guid id, CancellationToken cancel) => consents.CloseExpiredAsync(id, cancel);
}
