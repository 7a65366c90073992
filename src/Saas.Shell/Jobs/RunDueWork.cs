using Quartz;

namespace Saas.Shell.Jobs;

internal sealed class RunDueWork(DueWorkRunner runner) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await runner.RunDueAsync(cancellationToken);
}
