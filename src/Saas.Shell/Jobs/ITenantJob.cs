namespace Saas.Shell.Jobs;

/// <summary>Work done outside a request, inside the scope of one commune. May be run again after a crash: it must bear being repeated.</summary>
public interface ITenantJob
{
    Task RunAsync(Guid id, CancellationToken cancel);
}
